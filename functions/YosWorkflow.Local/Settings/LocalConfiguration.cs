using System.Text.Json;

namespace YosWorkflow.Local.Settings;

/// <summary>
/// Where the local host takes its settings from: the environment, and below it <c>Values</c> in the current directory's
/// local.settings.json, the file that the Functions Core Tools read.
/// </summary>
internal static class LocalConfiguration
{
    private const string FileName = "local.settings.json";
    private const string Nesting = "__";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads them.</summary>
    /// <param name="directory">The current directory.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <exception cref="VerbFailedException">The file is there and can't be read.</exception>
    public static IConfiguration Read(string directory, IReadOnlyDictionary<string, string> environment) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(Nested(ReadFile(Path.Combine(directory, FileName))))
            .AddInMemoryCollection(Nested(environment))
            .Build();

    // The environment has names that differ in nothing but case, and settings do not; the last one stands.
    private static Dictionary<string, string?> Nested(IEnumerable<KeyValuePair<string, string>> values)
    {
        var nested = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
        {
            nested[name.Replace(Nesting, ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
        }

        return nested;
    }

    private static Dictionary<string, string> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var stream = File.OpenRead(path);
            using var file = JsonDocument.Parse(stream, Lenient);
            return
                file.RootElement.TryGetProperty("IsEncrypted", out var encrypted)
                && encrypted.ValueKind == JsonValueKind.True
                ? throw new VerbFailedException(
                    $"{FileName} is encrypted. Decrypt it with 'func settings decrypt', or set its values in the environment."
                )
                : Values(file.RootElement);
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new VerbFailedException($"{FileName} can't be read: {exception.Message}", exception);
        }
    }

    private static Dictionary<string, string> Values(JsonElement file) =>
        file.TryGetProperty("Values", out var values)
            ? values
                .EnumerateObject()
                .ToDictionary(value => value.Name, value => value.Value.ToString(), StringComparer.Ordinal)
            : [];
}
