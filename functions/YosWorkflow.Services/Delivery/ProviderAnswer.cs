using System.Text.Json;

namespace YosWorkflow.Services.Delivery;

/// <summary>A provider's answer, as far as it decides what came of a message.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Header">Gives a header's value by its name, or null.</param>
/// <param name="Body">The body; empty if there was none.</param>
internal sealed record ProviderAnswer(string Provider, int Status, Func<string, string?> Header, string Body)
{
    /// <summary>Whether the provider took the message.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;

    /// <summary>The outcome if the trouble may pass by itself (429, 5xx, and 408: it did not even get the whole request).</summary>
    public SendOutcome.TryLater? Passing(DateTimeOffset now) =>
        Status switch
        {
            429 => new($"{Provider} asked us to send more slowly (429).", RetryAfter.Of(Header, now)),
            408 or >= 500 => new(
                $"{Provider} has trouble of its own ({Status}).",
                RetryAfter.Of(Header, now)
            ),
            _ => null,
        };

    /// <summary>Something out of the body, or null: it is not JSON, or not as expected.</summary>
    public string? Said(Func<JsonElement, string?> find)
    {
        try
        {
            using var body = JsonDocument.Parse(Body);
            return find(body.RootElement);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The body of an answer as text, however it says that it is encoded.</summary>
    public static async Task<string> TextOfAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return "";
        }

        var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
