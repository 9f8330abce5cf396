using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Reads the requests of SendGrid's event webhook. They are signed with a key pair of our account's, on the curve P-256, over the
/// time of signing and the body as it came.
/// </summary>
/// <param name="settings">The public key of the webhook's signatures.</param>
/// <param name="clock">The time, against which the time of signing is held.</param>
public sealed class SendGridWebhook(DeliverySettings settings, TimeProvider clock)
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the time at which it was signed, which is signed along.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>The most bytes in a request.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>How old a signature may be. An older one is taken for a replay, though a replay changes nothing.</summary>
    public static readonly TimeSpan OldestSignature = TimeSpan.FromMinutes(10);

    // By how much SendGrid's clock may be ahead of ours.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private readonly byte[]? publicKey = KeyOf(settings.SendGridWebhookPublicKey);

    /// <summary>Whether a body was signed with the key that belongs to ours, and not too long ago. False if there is no key.</summary>
    public bool IsSigned(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (publicKey is null || signature is null || timestamp is null || !IsRecent(timestamp))
        {
            return false;
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        try
        {
            // A key object is not for several threads at once, and requests are few.
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(
                signed,
                Convert.FromBase64String(signature),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
        }
        catch (Exception malformed) when (malformed is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The events of a body that are about our digests; the others are left out.</summary>
    /// <exception cref="FormatException">The body is not a JSON array of events.</exception>
    public static ImmutableArray<DeliveryEvent> Read(ReadOnlySpan<byte> body) => SendGridEvents.Read(body);

    private static byte[]? KeyOf(string? text)
    {
        var key = new byte[text?.Length ?? 0];
        return Convert.TryFromBase64String(text ?? "", key, out var length) && length > 0
            ? key[..length]
            : null;
    }

    private bool IsRecent(string timestamp)
    {
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
        {
            return false;
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age <= OldestSignature && age >= -Ahead;
    }
}
