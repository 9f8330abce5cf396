using System.Net;
using System.Text;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Who is signed in is what App Service authentication says, and only where it stands before the app.</summary>
[Collection(nameof(AccessSites))]
public sealed class PrincipalTests(AccessSites sites, AzuriteFixture azurite)
{
    private const string Obligations = "/api/obligations?pageSize=1";

    private static readonly string HeadOfService = AccessCaseload.EntraIdOf("HOS");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?> NotBehindIt =>
        new()
        {
            { "WEBSITE_AUTH_ENABLED", null },
            { "WEBSITE_AUTH_ENABLED", "False" },
            { "WEBSITE_AUTH_ENABLED", "yes" },
        };

    [Theory]
    [MemberData(nameof(NotBehindIt))]
    public async Task Get_ForgedPrincipalWhereTheSignInIsOff_IsNobodys(string setting, string? value)
    {
        var settings = new Dictionary<string, string?>(AccessSites.InAzure, StringComparer.Ordinal)
        {
            [setting] = value,
        };
        await using var site = await TestSite.StartAsync(sites.Azure.Storage, Seed.Today, Stop, settings);

        await (await SendAsync(site, Obligations, Principal.Of(HeadOfService))).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
        var page = await (await SendAsync(site, "/", Principal.Of(HeadOfService))).HtmlAsync(
            HttpStatusCode.Forbidden
        );
        Assert.Contains("There is no sign-in", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("test")]
    public async Task Get_ForgedPrincipalOutsideAzure_IsNobodysWhateverIsSaidOfTheSignIn(string environment)
    {
        await using var site = await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["WEBSITE_AUTH_ENABLED"] = "true",
                ["Service__Environment"] = environment,
            }
        );

        await (await SendAsync(site, Obligations, Principal.Of(HeadOfService))).ProblemAsync(
            HttpStatusCode.Unauthorized
        );
    }

    // The developer sees everything; a forged administrator would not.
    [Fact]
    public async Task Get_ForgedPrincipalOnADevelopersMachine_ChangesNothing()
    {
        var answer = await SendAsync(
            sites.Local,
            "/api/chases/2011-10-04",
            Principal.Of(AccessCaseload.EntraIdOf("CM1"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static TheoryData<string?, string?> Doubtful
    {
        get
        {
            var other = AccessCaseload.EntraIdOf("CM1");
            return new()
            {
                { HeadOfService, Principal.ClaimsOf(other) },
                { HeadOfService, Principal.ClaimsOf(HeadOfService, other) },
                { HeadOfService, Principal.ClaimsOf() },
                { HeadOfService, "not base64!" },
                { HeadOfService, Base64("not json") },
                { HeadOfService, Base64("[]") },
                { HeadOfService, Base64("""{"claims":5}""") },
                { HeadOfService, Base64("""{"claims":[5]}""") },
                { HeadOfService, Base64("""{"claims":[{"typ":"oid","val":null}]}""") },
                { null, Base64("""{"claims":[{"typ":"name","val":"Person HOS"}]}""") },
                { "HOS", null },
                { "Person HOS", null },
                { "103217398712398471293", null },
                { $"{HeadOfService},{other}", null },
                { new string('a', 40_000)[..8_000], null },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task Get_PrincipalThatSaysTwoThingsOrNone_HasNoPlace(string? id, string? claims)
    {
        var answer = await SendAsync(sites.Azure, Obligations, new Principal(id, claims));

        var problem = await answer.ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Contains(
            "Ask an administrator: Person ADM",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_AHeaderThatComesTwice_HasNoPlace()
    {
        using var raw = new RawRequest(sites.Azure.Client.BaseAddress!);

        var answer = await raw.SendAsync(
            $"GET {Obligations} HTTP/1.1\r\nHost: x\r\nX-MS-CLIENT-PRINCIPAL-ID: {HeadOfService}\r\nX-MS-CLIENT-PRINCIPAL-ID: {HeadOfService}\r\nConnection: close\r\n\r\n",
            Stop
        );

        Assert.Equal(403, answer);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Get_EitherHeaderAlone_IsEnough(bool id, bool claims)
    {
        var principal = Principal.Of(HeadOfService.ToUpperInvariant());

        var answer = await SendAsync(
            sites.Azure,
            Obligations,
            new Principal(id ? principal.Id : null, claims ? principal.Claims : null)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // What they may do does not grow by a key, and what they do is known to be theirs.
    [Fact]
    public async Task Get_APersonWithAKeyBesides_IsThatPerson()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/chases/2011-10-04");
        request.Headers.Add("x-functions-key", TestSite.RightKey);
        Principal.Of(AccessCaseload.EntraIdOf("CM1")).AddTo(request);

        await (await sites.Azure.Client.SendAsync(request, Stop)).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_AWrongKey_IsNobodys()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Obligations);
        request.Headers.Add("x-functions-key", "guessed");

        await (await sites.Azure.Client.SendAsync(request, Stop)).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Get_TwoOfTheStaffWithOneId_HasNoPlace()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await AccessCaseload.SeedAsync(
            storage,
            Stop,
            AccessCaseload.StaffFile.Replace(
                AccessCaseload.EntraIdOf("CM1"),
                HeadOfService.ToUpperInvariant(),
                StringComparison.Ordinal
            )
        );
        await using var site = await TestSite.StartAsync(storage, Seed.Today, Stop, AccessSites.InAzure);

        var problem = await (await SendAsync(site, Obligations, Principal.Of(HeadOfService))).ProblemAsync(
            HttpStatusCode.Forbidden
        );

        Assert.Contains(
            "more than once",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    private static async Task<HttpResponseMessage> SendAsync(
        TestSite site,
        string address,
        Principal principal
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        principal.AddTo(request);
        return await site.Client.SendAsync(request, Stop);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
