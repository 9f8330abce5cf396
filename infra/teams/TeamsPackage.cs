using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace YosWorkflow.TeamsApp;

/// <summary>The Teams app as Teams takes it: a zip of the manifest and its two icons.</summary>
public static class TeamsPackage
{
    private const string Manifest = "manifest.json";

    // Zip files carry times. This one makes the same package of the same values, byte for byte.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the package.</summary>
    /// <exception cref="ArgumentException">A value can't be used; it names them all.</exception>
    public static void Write(Stream zip, PackageValues values)
    {
        if (string.Join(' ', values.Problems()) is { Length: > 0 } problems)
        {
            throw new ArgumentException(problems, nameof(values));
        }

        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, Manifest, ManifestOf(values));
        foreach (var icon in new[] { Icon.ColorFile, Icon.OutlineFile })
        {
            Add(archive, icon, Resource(icon));
        }
    }

    /// <summary>The manifest with its placeholders filled in, as UTF-8.</summary>
    internal static byte[] ManifestOf(PackageValues values)
    {
        var manifest = JsonNode.Parse(Resource(Manifest))!;
        Fill(manifest, values.Placeholders);
        return JsonSerializer.SerializeToUtf8Bytes(manifest, Written);
    }

    // Text by text rather than in the file, so that a quotation mark in a council's name stays one.
    private static void Fill(JsonNode node, IReadOnlyDictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties.ToList())
                {
                    Fill(value!, values);
                    if (Filled(value!, values) is { } text)
                    {
                        properties[name] = text;
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Fill(items[i]!, values);
                    if (Filled(items[i]!, values) is { } text)
                    {
                        items[i] = text;
                    }
                }

                break;
        }
    }

    private static string? Filled(JsonNode node, IReadOnlyDictionary<string, string> values) =>
        node is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.Contains("{{", StringComparison.Ordinal)
            ? values.Aggregate(
                text,
                (filled, pair) => filled.Replace("{{" + pair.Key + "}}", pair.Value, StringComparison.Ordinal)
            )
            : null;

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Resource(string name)
    {
        using var stream =
            typeof(TeamsPackage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"'{name}' is not part of the program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
