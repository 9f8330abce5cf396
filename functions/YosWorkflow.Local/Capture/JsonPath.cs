using System.Text.Json;

namespace YosWorkflow.Local.Capture;

/// <summary>Reads bodies of which nothing is certain.</summary>
internal static class JsonPath
{
    /// <summary>The text at the end of a path of members, or null.</summary>
    public static string? Text(this JsonElement parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out parent))
            {
                return null;
            }
        }

        return parent.ValueKind == JsonValueKind.String ? parent.GetString() : null;
    }

    /// <summary>The elements of a member; empty if it is missing or no array.</summary>
    public static JsonElement[] Items(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var items)
        && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray()]
            : [];
}
