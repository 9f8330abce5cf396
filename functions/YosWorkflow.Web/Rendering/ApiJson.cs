using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Rendering;

/// <summary>JSON as the routes answer it: names as in the files, in snake case.</summary>
internal static class ApiJson
{
    /// <summary>
    /// How it is written. Answers are JSON documents and never part of a page, so names and quotation marks may stand as they are.
    /// </summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>An answer.</summary>
    public static IResult Result<T>(T answer, int status = StatusCodes.Status200OK) =>
        Results.Json(answer, Options, "application/json", status);

    /// <summary>A value as a part of an answer that is written otherwise, such as problem details.</summary>
    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Options);
}
