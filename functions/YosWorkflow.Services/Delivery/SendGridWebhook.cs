#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using System.Collections.Immutable;

namespace YosWorkflow.Services.Delivery;

/// <summary>Reads the requests of SendGrid's event webhook.</summary>
public sealed class SendGridWebhook
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the time at which it was signed, which is signed along.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>The most bytes in a request.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Whether a body was signed with the key that belongs to ours, and not too long ago. False if there is no key.</summary>
    public bool IsSigned(string? signature, string? timestamp, ReadOnlySpan<byte> body) =>
        throw new NotImplementedException();

    /// <summary>The events of a body that are about our digests; the others are left out.</summary>
    /// <exception cref="FormatException">The body is not a JSON array of events.</exception>
    public static ImmutableArray<DeliveryEvent> Read(ReadOnlySpan<byte> body) =>
        throw new NotImplementedException();
}
