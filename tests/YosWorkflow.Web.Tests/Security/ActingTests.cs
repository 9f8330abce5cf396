using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing.Template;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Who did something is who was signed in, whatever the request says.</summary>
[Collection(nameof(AccessSites))]
public sealed class ActingTests(AccessSites sites, AzuriteFixture azurite)
{
    private const string Address = "/api/obligations/K-OWN/asset-start/acknowledgements";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_InAnothersName_IsRefusedAndNothingIsKept()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await AccessCaseload.SeedAsync(storage, Stop);
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop, AccessSites.InAzure);

        var answer = await PostAsync(site, "PS1", by: "TM1");

        Assert.Equal(["by"], (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        Assert.Empty((await new ChasingTable(storage).ReadTeamAsync("North", Stop)).Acknowledgements);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("PS1")]
    public async Task Post_InOnesOwnName_IsKeptAsTheirs(string? by)
    {
        var kept = await (await PostAsync(sites.Azure, "PS1", by)).JsonOfAsync(HttpStatusCode.Created);

        Assert.Equal("PS1", kept.GetProperty("by_id").GetString());
    }

    [Fact]
    public async Task Post_AProgramThatNamesNobody_IsRefused() =>
        Assert.Equal(
            ["by"],
            (
                await (await PostAsync(sites.Azure, "KEY", by: null)).ProblemAsync(HttpStatusCode.BadRequest)
            ).Fields()
        );

    [Theory]
    [InlineData("CM1")]
    [InlineData("PS2")]
    [InlineData("PS4")]
    [InlineData("TM4")]
    [InlineData("ADM")]
    [InlineData("GONE")]
    [InlineData("NOBODY")]
    public async Task Post_AProgramThatNamesWhoDoesNotOverseeTheCase_IsRefused(string by) =>
        await (await PostAsync(sites.Azure, "KEY", by)).ProblemAsync(HttpStatusCode.UnprocessableEntity);

    // What is not theirs looks like what is not there, word for word but for the reference.
    [Fact]
    public async Task Post_AForeignCaseAndOneThatDoesNotExist_AreAnsweredAlike()
    {
        var foreign = await DetailAsync("K-OTHER");
        var missing = await DetailAsync("K-99999");

        Assert.Equal(missing, foreign.Replace("K-OTHER", "K-99999", StringComparison.Ordinal));

        async Task<string> DetailAsync(string caseRef)
        {
            using var request = Request(Address.Replace("K-OWN", caseRef, StringComparison.Ordinal), null);
            await sites.SignAsync(request, "azure", "PS1", Stop);
            using var answer = await sites.Azure.Client.SendAsync(request, Stop);
            return (await answer.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString()!;
        }
    }

    [Fact]
    public async Task Get_AForeignPersonsDayAndNobodys_AreAnsweredAlike()
    {
        var foreign = await PageAsync("CM4");
        var missing = await PageAsync("CM9");

        Assert.Equal(missing, foreign.Replace("CM4", "CM9", StringComparison.Ordinal));

        async Task<string> PageAsync(string personId)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/my-day?for={personId}");
            await sites.SignAsync(request, "azure", "PS1", Stop);
            using var answer = await sites.Azure.Client.SendAsync(request, Stop);
            return await answer.HtmlAsync(HttpStatusCode.NotFound);
        }
    }

    // Every link on a page leads somewhere that its reader may go, and every form is one that they may send.
    [Theory]
    [InlineData("CM1")]
    [InlineData("CM4")]
    [InlineData("PS1")]
    [InlineData("TM1")]
    [InlineData("HOS")]
    [InlineData("ADM")]
    public async Task Get_EveryPage_LeadsOnlyWhereItsReaderMayGo(string caller)
    {
        var (todo, seen) = (
            new Queue<string>(["/", "/my-day", "/obligations", "/sent"]),
            new HashSet<string>()
        );
        while (todo.TryDequeue(out var address))
        {
            if (!seen.Add(address) || address.StartsWith("/.auth/", StringComparison.Ordinal))
            {
                continue;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            await sites.SignAsync(request, "azure", caller, Stop);
            using var answer = await sites.Azure.Client.SendAsync(request, Stop);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
            {
                todo.Enqueue(answer.Headers.Location!.ToString());
                continue;
            }

            Assert.True(
                answer.IsSuccessStatusCode,
                $"{caller} is led to {address}: {(int)answer.StatusCode}"
            );
            var html = await answer.Content.ReadAsStringAsync(Stop);
            foreach (var link in Links.In(html))
            {
                todo.Enqueue(link);
            }

            Assert.All(
                Links.FormsIn(html),
                form =>
                    Assert.True(
                        caller == "ADM" || !IsForAdministrators(form),
                        $"{caller} at {address}: {form}"
                    )
            );
        }

        Assert.True(seen.Count > 5, string.Join(' ', seen));
    }

    private static bool IsForAdministrators(string address) =>
        YosRoutes.All.Any(route =>
            route is { Method: "POST", Access: RouteAccess.Software }
            && new TemplateMatcher(TemplateParser.Parse(route.Template.TrimStart('/')), []).TryMatch(
                address,
                []
            )
        );

    private async Task<HttpResponseMessage> PostAsync(TestSite site, string caller, string? by)
    {
        using var request = Request(Address, by);
        await sites.SignAsync(request, "azure", caller, Stop);
        return await site.Client.SendAsync(request, Stop);
    }

    private static HttpRequestMessage Request(string address, string? by) =>
        new(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["reason"] = "The family has moved.",
                    ["until"] = "2011-10-14",
                    ["by"] = by,
                }
            ),
        };
}
