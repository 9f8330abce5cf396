using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class SendGridWebhookTests : IDisposable
{
    private const string Body = """[{"event":"delivered"}]""";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void IsSigned_SignedNow_IsTrue() => Assert.True(IsSigned(Now, Body));

    [Theory]
    [InlineData(-601, false)]
    [InlineData(-600, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void IsSigned_AtAnotherTime_DependsOnItsAge(int seconds, bool expected) =>
        Assert.Equal(expected, IsSigned(Now.AddSeconds(seconds), Body));

    [Fact]
    public void IsSigned_BodyChanged_IsFalse()
    {
        var (signature, timestamp) = Sign(Now, Body);

        Assert.False(Webhook().IsSigned(signature, timestamp, Encoding.UTF8.GetBytes(Body + " ")));
    }

    [Fact]
    public void IsSigned_TimestampChanged_IsFalse()
    {
        var (signature, _) = Sign(Now, Body);
        var (_, later) = Sign(Now.AddSeconds(1), Body);

        Assert.False(Webhook().IsSigned(signature, later, Encoding.UTF8.GetBytes(Body)));
    }

    [Fact]
    public void IsSigned_SignedWithAnotherKey_IsFalse()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (signature, timestamp) = Sign(Now, Body);

        Assert.False(
            Webhook(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()))
                .IsSigned(signature, timestamp, Encoding.UTF8.GetBytes(Body))
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm90IGEga2V5")]
    public void IsSigned_WithoutAUsableKey_IsFalse(string? publicKey)
    {
        var (signature, timestamp) = Sign(Now, Body);

        Assert.False(Webhook(publicKey).IsSigned(signature, timestamp, Encoding.UTF8.GetBytes(Body)));
    }

    [Theory]
    [InlineData(null, "1795505400")]
    [InlineData("", "1795505400")]
    [InlineData("!!", "1795505400")]
    [InlineData("AAAA", "1795505400")]
    [InlineData("AAAA", null)]
    [InlineData("AAAA", "")]
    [InlineData("AAAA", "soon")]
    [InlineData("AAAA", "99999999999999999999")]
    [InlineData("AAAA", "999999999999999")]
    public void IsSigned_MalformedHeaders_IsFalse(string? signature, string? timestamp) =>
        Assert.False(Webhook().IsSigned(signature, timestamp, Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public void Read_EventsAsSendGridPostsThem_GivesOursWithoutAddresses()
    {
        var events = SendGridWebhook.Read(
            """
            [
              { "email": "ann.field@kent.example", "timestamp": 1795505400, "event": "bounce", "type": "bounce",
                "status": "5.1.1", "reason": "550 5.1.1 <ann.field@kent.example>: mailbox Ann.Field unknown",
                "sg_event_id": "a", "sg_message_id": "b", "digest": "2026-11-24|CM001|email", "category": ["digest"] },
              { "email": "x@kent.example", "timestamp": 1795505401, "event": "deferred", "attempt": "2",
                "response": "451 busy", "digest": "2026-11-24|CM002|email" },
              { "email": "x@kent.example", "timestamp": 1795505402, "event": "delivered", "digest": "2026-11-24|CM003|email" },
              { "email": "x@kent.example", "timestamp": 1795505402, "event": "open", "digest": "2026-11-24|CM003|email" },
              { "email": "x@kent.example", "timestamp": 1795505402, "event": "delivered" },
              { "email": "x@kent.example", "timestamp": 1795505402, "event": "delivered", "digest": "somebody else's" },
              { "email": "x@kent.example", "event": "delivered", "digest": "2026-11-24|CM003|email" }
            ]
            """u8
        );

        Assert.Equal(
            [
                (Of("CM001"), DeliveryEventKind.Bounce),
                (Of("CM002"), DeliveryEventKind.Deferred),
                (Of("CM003"), DeliveryEventKind.Delivered),
            ],
            events.Select(happened => (happened.Digest, happened.Kind))
        );
        Assert.Equal("5.1.1 550 5.1.1 <(address)>: mailbox (name) unknown", events[0].Reason);
        Assert.Equal("451 busy", events[1].Reason);
        Assert.Null(events[2].Reason);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795505400), events[0].At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("[] []")]
    [InlineData("<xml/>")]
    public void Read_NoArrayOfEvents_ThrowsFormatException(string body) =>
        Assert.Throws<FormatException>(() => SendGridWebhook.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Read_AnyBytes_GivesEventsOrThrowsFormatException() =>
        Gen.Byte.Array.Sample(body =>
        {
            try
            {
                SendGridWebhook.Read(body);
            }
            catch (FormatException)
            {
                // As documented.
            }
        });

    private static DigestKey Of(string personId) => new(new DateOnly(2026, 11, 24), personId, Channel.Email);

    private bool IsSigned(DateTimeOffset at, string body)
    {
        var (signature, timestamp) = Sign(at, body);
        return Webhook().IsSigned(signature, timestamp, Encoding.UTF8.GetBytes(body));
    }

    private (string Signature, string Timestamp) Sign(DateTimeOffset at, string body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = key.SignData(
            Encoding.UTF8.GetBytes(timestamp + body),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return (Convert.ToBase64String(signature), timestamp);
    }

    private SendGridWebhook Webhook() => Webhook(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));

    private static SendGridWebhook Webhook(string? publicKey) =>
        new(
            new DeliverySettings { Mode = DeliveryMode.Live, SendGridWebhookPublicKey = publicKey },
            new FakeTimeProvider(Now)
        );
}
