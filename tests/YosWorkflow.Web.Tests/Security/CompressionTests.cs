using System.IO.Compression;
using System.Net;
using System.Text;

namespace YosWorkflow.Web.Tests.Security;

[Collection(nameof(KentSite))]
public sealed class CompressionTests(KentSite kent)
{
    private const string Sheet = "/assets/site.css?v=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public async Task Get_AnAsset_ComesInTheBestFormThatIsTaken(string accepted, string coding)
    {
        using var plain = await kent.Client.GetAsync(Sheet, Stop);
        var expected = await plain.Content.ReadAsByteArrayAsync(Stop);

        using var answer = await SendAsync(Sheet, accepted);
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal(coding, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(expected, Unpacked(body, coding));
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.True(coding.Length == 0 || body.Length * 4 < expected.Length, $"{body.Length} bytes");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Get_AnAssetThatTheBrowserHas_IsNotSentAgain(string accepted)
    {
        using var first = await SendAsync(Sheet, accepted);
        using var again = await SendAsync(Sheet, accepted, version: first.Headers.ETag!.ToString());
        using var other = await SendAsync(Sheet, accepted, version: "\"another\"");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Get_AnAssetInSeveralForms_HasAVersionForEach()
    {
        using var brotli = await SendAsync(Sheet, "br");
        using var gzip = await SendAsync(Sheet, "gzip");
        using var plain = await SendAsync(Sheet, "");

        Assert.Equal(
            3,
            new[] { brotli, gzip, plain }.Select(one => one.Headers.ETag!.Tag).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData("", false)]
    public async Task Get_APage_IsCompressedOnlyIfNoOtherSiteHasCausedIt(string cause, bool isCompressed)
    {
        using var answer = await SendAsync("/my-day?find=K1042", "gzip, br", cause);
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        var coding = string.Join(',', answer.Content.Headers.ContentEncoding);

        Assert.Equal(isCompressed ? "br" : "", coding);
        Assert.Contains("Sec-Fetch-Site", answer.Headers.Vary);
        Assert.StartsWith(
            "<!DOCTYPE html>",
            Encoding.UTF8.GetString(Unpacked(body, coding)),
            StringComparison.Ordinal
        );
    }

    private static byte[] Unpacked(byte[] body, string coding)
    {
        using var packed = new MemoryStream(body);
        using Stream unpacking = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<HttpResponseMessage> SendAsync(
        string address,
        string accepted,
        string cause = "",
        string? version = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (cause.Length > 0)
        {
            request.Headers.Add("Sec-Fetch-Site", cause);
        }

        if (version is not null)
        {
            request.Headers.Add("If-None-Match", version);
        }

        return await kent.Client.SendAsync(request, Stop);
    }
}
