using System.Text.Encodings.Web;
using System.Text.Json;

namespace YosWorkflow.Local.Output;

/// <summary>Results as JSON: one object, names as in the files, in snake case.</summary>
internal static class SnakeJson
{
    // It goes to a terminal or a program and never into a page, so names and quotation marks may stand as they are.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes a result.</summary>
    public static void Write<T>(T result, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(result, Options));
}
