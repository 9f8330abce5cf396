#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace YosWorkflow.Services.Settings;

/// <summary>Settings that can't be used, all of them at once.</summary>
public sealed class SettingsException(ImmutableArray<string> problems)
    : Exception("The settings can't be used: " + string.Join("; ", problems) + ".")
{
    /// <summary>What is wrong, a sentence each that begins with the setting's name.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}

/// <summary>Reads settings and checks them all before anything starts.</summary>
public static class SettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The environment, or <c>Values</c> of local.settings.json; names as in the documentation with <c>:</c> for <c>__</c>.</param>
    /// <exception cref="SettingsException">Some are missing or wrong; it names them all.</exception>
    public static YosSettings Read(IConfiguration configuration) => throw new NotImplementedException();
}
