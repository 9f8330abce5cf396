using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Storage;

/// <summary>How records are written into properties of entities: short, and the same each time.</summary>
internal static class StorageJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value; null if there is no text.</summary>
    public static T? Read<T>(string text) =>
        text.Length == 0 ? default : JsonSerializer.Deserialize<T>(text, Options);
}
