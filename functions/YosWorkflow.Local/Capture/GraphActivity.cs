using System.Text.Json;

namespace YosWorkflow.Local.Capture;

/// <summary>A body of Microsoft Graph's <c>POST /v1.0/users/{id}/teamwork/sendActivityNotification</c>.</summary>
internal static class GraphActivity
{
    /// <summary>What its path begins with; the person's id follows.</summary>
    public const string PathBeforeId = "/v1.0/users/";

    /// <summary>What its path ends with.</summary>
    public const string PathBehindId = "/teamwork/sendActivityNotification";

    /// <summary>What is wrong with a body, or null.</summary>
    public static CaptureFault? FaultOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return Bad("The body is not an object.");
        }

        if (
            body.Text("topic", "source") is not ("text" or "entityUrl")
            || body.Text("topic", "value") is not { Length: > 0 }
        )
        {
            return Bad("Topic with a source and a value is required.");
        }

        if (
            body.Text("topic", "source") == "text"
            && !Uri.TryCreate(body.Text("topic", "webUrl"), UriKind.Absolute, out _)
        )
        {
            return Bad("WebUrl is required where the topic's source is text.");
        }

        return body.Text("activityType") is { Length: > 0 } ? null : Bad("ActivityType is required.");
    }

    /// <summary>Whose activity feed it went to.</summary>
    public static string UserOf(string path) =>
        Uri.UnescapeDataString(path[PathBeforeId.Length..^PathBehindId.Length]);

    /// <summary>What it says: the text that is put into the sentence of its kind, else its preview.</summary>
    public static string Says(JsonElement body) =>
        body.Items("templateParameters").Select(parameter => parameter.Text("value")).FirstOrDefault()
        ?? Preview(body);

    /// <summary>The line under it.</summary>
    public static string Preview(JsonElement body) => body.Text("previewText", "content") ?? "";

    /// <summary>Where it leads, or null.</summary>
    public static string? Link(JsonElement body) => body.Text("topic", "webUrl");

    /// <summary>The chain it belongs to; a later one of the same chain takes an earlier one's place. Null if it stands alone.</summary>
    public static long? Chain(JsonElement body) =>
        body.TryGetProperty("chainId", out var chain) && chain.TryGetInt64(out var id) ? id : null;

    private static CaptureFault Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
