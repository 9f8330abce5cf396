using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Bodies that hold more than they should, of every route that reads one.</summary>
[Collection(nameof(AccessSites))]
public sealed class BodyTests(AccessSites sites)
{
    private const int TooManyBytes = 1024 * 1024 + 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> ReadingJson => [.. EveryRoute.ReadingJson];

    [Fact]
    public void Routes_ThatReadJson_AreFound() => Assert.Equal(10, EveryRoute.ReadingJson.Count());

    [Theory]
    [MemberData(nameof(ReadingJson))]
    public async Task Send_AMemberThatIsNotKnown_IsRefusedByItsNameAndNothingChanges(string route)
    {
        var before = await StoredRows.ReadAsync(sites.Azure.Storage, Stop);
        foreach (var name in new[] { "role", "byId", "viewer", "__proto__", "$type" })
        {
            using var request = EveryRoute.GoodRequest(route, sites.Actions);
            var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(Stop))!.AsObject();
            body[name] = "administrator";
            request.Content = JsonContent.Create(body);

            using var answer = await sites.Azure.Client.SendAsync(request, Stop);

            Assert.Equal([name], (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        }

        Assert.Equal(before, await StoredRows.ReadAsync(sites.Azure.Storage, Stop));
    }

    [Theory]
    [MemberData(nameof(ReadingJson))]
    public async Task Send_ABodyThatIsTooLarge_IsRefusedWhetherOrNotItsLengthIsSaid(string route)
    {
        foreach (var isChunked in new[] { false, true })
        {
            using var request = EveryRoute.GoodRequest(route, sites.Actions);
            request.Content = new StringContent(
                "{\"reason\":\"" + new string('a', TooManyBytes),
                Encoding.UTF8,
                "application/json"
            );
            request.Headers.TransferEncodingChunked = isChunked;

            using var answer = await sites.Azure.Client.SendAsync(request, Stop);

            await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Theory]
    [MemberData(nameof(ReadingJson))]
    public async Task Send_ABodyOfAnotherKind_IsRefused(string route)
    {
        (string Body, string Type, HttpStatusCode Status)[] bodies =
        [
            ("<a/>", "application/xml", HttpStatusCode.UnsupportedMediaType),
            ("a=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType),
            ("[]", "application/json", HttpStatusCode.BadRequest),
            ("null", "application/json", HttpStatusCode.BadRequest),
            ("", "application/json", HttpStatusCode.BadRequest),
            ("{\"by\":\"a\",\"by\":\"b\"}", "application/json", HttpStatusCode.BadRequest),
            (new string('[', 5_000), "application/json", HttpStatusCode.BadRequest),
            ("{\"by\":\"\\ud800\"}", "application/json", HttpStatusCode.BadRequest),
            ("{\"\\udc00\":\"a\"}", "application/json", HttpStatusCode.BadRequest),
        ];
        foreach (var (body, type, status) in bodies)
        {
            using var request = EveryRoute.GoodRequest(route, sites.Actions);
            request.Content = new StringContent(body, Encoding.UTF8, type);

            using var answer = await sites.Azure.Client.SendAsync(request, Stop);

            await answer.ProblemAsync(status);
        }
    }
}
