using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

public sealed class SendGridEventsRouteTests(AzuriteFixture azurite)
{
    private const string Address = "/api/webhooks/sendgrid";

    private static readonly DigestKey Digest = new(Seed.Today, "CM1", Channel.Email);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_SignedEvents_MoveTheirDigestsOn()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, Events(site, "delivered"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(DigestState.Delivered, await StateAsync(site));
        // SendGrid repeats itself, and that changes nothing.
        using var again = await PostAsync(site, Events(site, "delivered"));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(DigestState.Delivered, await StateAsync(site));
    }

    [Fact]
    public async Task Post_SignedEventsOfOthers_AreTakenAndChangeNothing()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, """[{"event":"delivered","timestamp":1,"digest":"x"},{}]""");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(DigestState.Sent, await StateAsync(site));
    }

    [Theory]
    [InlineData(Forgery.NoSignature)]
    [InlineData(Forgery.NoTimestamp)]
    [InlineData(Forgery.OtherKey)]
    [InlineData(Forgery.OtherBody)]
    [InlineData(Forgery.NotBase64)]
    [InlineData(Forgery.Old)]
    public async Task Post_WhatIsNotSignedByUs_IsNotVerifiedAndChangesNothing(Forgery forgery)
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, Events(site, "bounce"), forgery);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal(DigestState.Sent, await StateAsync(site));
    }

    [Fact]
    public async Task Post_MalformedAndUnsigned_IsNotEvenLookedInto()
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, "{", Forgery.NoSignature);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[] []")]
    public async Task Post_MalformedButSigned_IsABadRequest(string body)
    {
        await using var site = await StartAsync();

        using var answer = await PostAsync(site, body);

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_MoreThanARequestMayHold_IsTooLarge(bool lengthSaid)
    {
        await using var site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new ByteArrayContent(new byte[SendGridWebhook.MostBytes + 1]);
        request.Headers.TransferEncodingChunked = !lengthSaid;

        using var answer = await site.Client.SendAsync(request, Stop);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>What is wrong with a request.</summary>
    public enum Forgery
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>It has no signature.</summary>
        NoSignature,

        /// <summary>It does not say when it was signed.</summary>
        NoTimestamp,

        /// <summary>It is signed with another key.</summary>
        OtherKey,

        /// <summary>It was changed after it was signed.</summary>
        OtherBody,

        /// <summary>Its signature is no signature.</summary>
        NotBase64,

        /// <summary>It was signed an hour ago.</summary>
        Old,
    }

    private static string Events(TestSite site, string kind) =>
        $$"""[{"event":"{{kind}}","timestamp":{{Seconds(site)}},"digest":"{{Digest}}","email":"cm1@yos.example"}]""";

    private static string Seconds(TestSite site) =>
        site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string body,
        Forgery forgery = Forgery.None
    )
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = forgery == Forgery.OtherKey ? other : TestSite.WebhookKey;
        var at = site.Clock.GetUtcNow().AddHours(forgery == Forgery.Old ? -1 : 0);
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            key.SignData(
                Encoding.UTF8.GetBytes(timestamp + body),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new StringContent(
            forgery == Forgery.OtherBody ? body.Replace("bounce", "dropped", StringComparison.Ordinal) : body,
            Encoding.UTF8,
            "application/json"
        );
        if (forgery != Forgery.NoSignature)
        {
            request.Headers.Add(
                SendGridWebhook.SignatureHeader,
                forgery == Forgery.NotBase64 ? "signed" : signature
            );
        }

        if (forgery != Forgery.NoTimestamp)
        {
            request.Headers.Add(SendGridWebhook.TimestampHeader, timestamp);
        }

        return await site.Client.SendAsync(request, Stop);
    }

    private static async Task<DigestState> StateAsync(TestSite site) =>
        (await site.Service<DigestTable>().FindAsync(Digest, Stop))!.State;

    private async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Seed.Today, Stop);
        await site.Service<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = Digest,
                        State = DigestState.Sent,
                        CreatedAt = site.Clock.GetUtcNow(),
                        ChangedAt = site.Clock.GetUtcNow(),
                    },
                ],
                Stop
            );
        return site;
    }
}
