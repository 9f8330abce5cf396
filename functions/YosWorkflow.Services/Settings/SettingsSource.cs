using System.Globalization;
using Microsoft.Extensions.Configuration;
using YosWorkflow.Core;

namespace YosWorkflow.Services.Settings;

/// <summary>
/// Reads settings one by one into what they stand for, and gathers all that is wrong with them. Names are as people write them,
/// with <c>__</c>. Blanks around a value do not count, and an empty value counts as missing.
/// </summary>
internal sealed class SettingsSource(IConfiguration configuration)
{
    private readonly List<string> problems = [];

    /// <summary>What is wrong so far, a sentence each that begins with the setting's name.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Notes that a setting is wrong.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="fault">The rest of a sentence that begins with its name. It holds no secret.</param>
    public void Refuse(string name, string fault) => problems.Add($"{name} {fault}");

    /// <summary>A text, or null if it is missing.</summary>
    public string? Text(string name)
    {
        var text = configuration[KeyOf(name)]?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A text; an error is noted if it is missing.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="why">Why it is needed, as the end of a sentence.</param>
    public string? Needed(string name, string why)
    {
        var text = Text(name);
        if (text is null)
        {
            Refuse(name, $"is missing: {why}");
        }

        return text;
    }

    /// <summary>The names of the settings below a name, each with its first part only.</summary>
    public IEnumerable<string> Below(string name) =>
        configuration.GetSection(KeyOf(name)).GetChildren().Select(child => child.Key);

    /// <summary>A value of an enumeration by its code.</summary>
    public T Code<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (Codes<T>.TryRead(text, out var value))
        {
            return value;
        }

        Refuse(name, $"is '{text}', which is not one of {string.Join(", ", Codes<T>.All)}");
        return otherwise;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Refuse(name, $"is '{text}', which is not a whole number from {least} to {most}");
        return otherwise;
    }

    /// <summary>An absolute address of the web, or null if it is missing.</summary>
    public Uri? Url(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url is { UserInfo: "", Query: "", Fragment: "" }
        )
        {
            return url;
        }

        Refuse(
            name,
            "is not an address such as 'https://yos.example.gov.uk', without user, query and fragment"
        );
        return null;
    }

    /// <summary>A GUID, or null if it is missing.</summary>
    public string? Guid(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (System.Guid.TryParseExact(text, "D", out var id))
        {
            return id.ToString();
        }

        Refuse(name, $"is '{text}', which is not an id such as '0f8fad5b-d9cb-469f-a165-70867728950e'");
        return null;
    }

    private static string KeyOf(string name) =>
        name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
