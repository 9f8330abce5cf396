using System.Collections.Immutable;
using System.Text.Json;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Reads what SendGrid's event webhook posts: an array of events of all kinds, ours among them.</summary>
internal static class SendGridEvents
{
    /// <summary>
    /// The events that say what has become of one of our digests. Others are left out: those of other kinds, such as unsubscribes,
    /// and those of messages that are not ours.
    /// </summary>
    /// <exception cref="FormatException">The body is not a JSON array of objects.</exception>
    public static ImmutableArray<DeliveryEvent> Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.Read() || !IsArrayOfObjects(document.RootElement))
            {
                throw new FormatException("The body is not a JSON array of events.");
            }

            return [.. document.RootElement.EnumerateArray().Select(ReadEvent).OfType<DeliveryEvent>()];
        }
        catch (JsonException malformed)
        {
            throw new FormatException("The body is not JSON.", malformed);
        }
    }

    private static bool IsArrayOfObjects(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
        && root.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object);

    private static DeliveryEvent? ReadEvent(JsonElement one) =>
        DigestKey.TryParse(Text(one, SendGridEmails.DigestArgument), out var digest)
        && Codes<DeliveryEventKind>.TryRead(Text(one, "event"), out var kind)
        && TimeOf(one) is { } at
            ? new DeliveryEvent(digest, kind, at, ReasonOf(one))
            : null;

    // A mail server's own words may hold the address that they are about, in part or whole.
    private static string? ReasonOf(JsonElement one)
    {
        var said = string.Join(
            " ",
            new[] { Text(one, "status"), Text(one, "reason") ?? Text(one, "response") }.OfType<string>()
        );
        return PlainReason.Of(said, Text(one, "email")) is { Length: > 0 } plain ? plain : null;
    }

    private static DateTimeOffset? TimeOf(JsonElement one) =>
        one.TryGetProperty("timestamp", out var time)
        && time.ValueKind == JsonValueKind.Number
        && time.TryGetInt64(out var seconds)
        && seconds >= 0
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
