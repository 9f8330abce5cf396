using System.Collections.Immutable;

namespace YosWorkflow.Services.Settings;

/// <summary>Settings that can't be used, all of them at once.</summary>
public sealed class SettingsException(ImmutableArray<string> problems)
    : Exception("The settings can't be used: " + string.Join("; ", problems) + ".")
{
    /// <summary>What is wrong, a sentence each that begins with the setting's name.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
