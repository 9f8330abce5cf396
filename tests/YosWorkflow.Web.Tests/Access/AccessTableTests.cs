using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>Every route, by everybody who may come, for what is theirs and what is not: as access.txt says.</summary>
[Collection(nameof(AccessSites))]
public sealed class AccessTableTests(AccessSites sites)
{
    private static readonly string[] OnlyInAzure = ["NOBODY", "UNKNOWN", "GONE", "KEY"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Lines =>
        [
            .. AccessLine.All.SelectMany(line =>
                new[] { "azure", "local" }
                    .Where(host => line.Host is null || line.Host == host)
                    .Select(host => (line.ToString(), host))
            ),
        ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Send_Everybody_GetsWhatTheTableSays(string line, string host)
    {
        var expected = AccessLine.All.Single(one => one.ToString() == line);
        var site = host == "azure" ? sites.Azure : sites.Local;
        var callers = expected.Answers.Keys.Where(caller =>
            host == "azure" ? caller != "DEV" : !OnlyInAzure.Contains(caller, StringComparer.Ordinal)
        );
        var (wanted, got) = (new List<string>(), new List<string>());
        foreach (var caller in callers)
        {
            using var request = AccessRequests.To(expected, caller, sites.Actions);
            await sites.SignAsync(request, host, caller, Stop);
            using var answer = await site.Client.SendAsync(request, Stop);
            wanted.Add($"{caller} {expected.Answers[caller]}");
            got.Add($"{caller} {await AccessRequests.WordOfAsync(expected, answer, Stop)}");
            await sites.RestoreAsync(expected.Route, Stop);
        }

        Assert.Equal(wanted, got);
    }

    [Fact]
    public void Table_EveryRoute_HasALine() =>
        Assert.Equal(
            EveryRoute.Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal),
            AccessLine.All.Select(line => line.Route).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Table_EveryRouteThatShowsRows_IsAskedForOnesOwnAndForForeignOnes()
    {
        var rowed = EveryRoute
            .Where(route => route.Access == RouteAccess.Restricted)
            .Select(route => $"{route.Method} {route.Template}");
        foreach (var route in rowed)
        {
            var of = AccessLine.All.Where(line => line.Route == route).Select(line => line.Of).ToArray();
            Assert.Contains("own", of);
            Assert.Contains("other", of);
        }
    }

    [Fact]
    public void Table_EveryLine_AnswersEverybody() =>
        Assert.All(AccessLine.All, line => Assert.Equal(14, line.Answers.Count));

    [Fact]
    public void Routes_Handlers_AnswerOneRouteEach() =>
        Assert.Distinct(EveryRoute.Select(route => route.Handler));

    private static IEnumerable<YosRoute> EveryRoute =>
        YosRoutes.All.Add(YosRoutes.Sent).AddRange(YosRoutes.SignIn);
}
