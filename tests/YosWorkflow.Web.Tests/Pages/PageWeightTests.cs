using System.Net;
using System.Text;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>Every page of a service of 10,640 cases and 570 people, for who sees most on it.</summary>
[Collection(nameof(GrownSite))]
public sealed class PageWeightTests(GrownSite grown)
{
    private const int MostBytes = 100_000;

    // What is beyond is of one case, however large the service is.
    private const string OfOneAudit = "/audits/{programme}/{month}/{caseRef}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pages =>
        new()
        {
            { "/", "" },
            { "/", "page=2" },
            { "/my-day", "for={manager}" },
            { "/my-day", "for=HOS1-0" },
            { "/my-day", "for=HOS1-0&people=99" },
            { "/my-day", "for=CM001-0" },
            { "/my-day", "for=nobody" },
            { "/my-day", "find=" },
            { "/obligations", "" },
            { "/obligations", "team={team}" },
            { "/obligations", "status=overdue&page=7" },
            { "/my-team", "" },
            { "/my-team", "team={team}" },
            { "/my-team", "team={team}&page=3" },
            { "/my-team/agenda", "team={team}" },
            { "/acknowledge/{caseRef}/{ruleId}", "" },
            { "/service", "" },
            { "/service", "page=2" },
            { "/service", "from=2008-01&to=2011-10" },
            { "/service/run-chart/{ruleId}", "" },
            { "/service/run-chart/{ruleId}", "team={team}" },
            { "/service/overdue", "" },
            { "/service/workload", "" },
            { "/service/workload", "page=9" },
            { "/service/children", "" },
            { "/service/data-quality", "" },
            { "/service/data-quality", "kind=risk-since-missing" },
            { "/service/reports", "" },
            { "/rules", "" },
            { "/runs", "" },
            { "/chases/{date}", "" },
            { "/chases/{date}", "page=3" },
            { "/deliveries", "" },
            { "/deliveries", "state=parked" },
            { "/deliveries/{date}/{personId}/{channel}", "" },
            { "/import", "" },
            { "/import/{id}", "" },
            { "/import/{id}/progress", "since=1317718800" },
            { "/imports/{id}", "" },
            { "/service", "" },
            { "/service", "team={team}" },
            { "/service/run-chart/{ruleId}", "" },
            { "/service/overdue", "" },
            { "/service/workload", "" },
            { "/service/children", "" },
            { "/service/data-quality", "" },
            { "/service/data-quality", "kind=risk-since-missing" },
            { "/service/reports", "" },
            { "/service/reports/{report}", "from=2010-10&to=2011-09" },
            { "/audits", "" },
            { "/audits/draw", "" },
            {
                "/audits/draw",
                "programme=golden-thread&seed=seed&preview=yes&month=2011-08&asOf=2011-08-01&percent=20&min=20"
            },
            { "/audits/{programme}/{month}", "" },
            { "/audits/{programme}/{month}/findings", "" },
            { "/audits/{programme}/{month}/actions", "" },
            { "/audits/{programme}/{month}/{caseRef}", "" },
            { "/audits/{programme}/{month}/{caseRef}/auditor", "" },
            { "/problems", "" },
            { "/api-docs", "" },
            { "/teams", "" },
            { "/sent", "" },
            { "/sent", "page=4" },
            { "/sign-in", "" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_ALargeService_IsBelow100KB(string template, string query)
    {
        var html = await (await grown.Site.Client.GetAsync(grown.AddressOf(template, query), Stop)).HtmlAsync(
            query == "for=nobody" ? HttpStatusCode.NotFound : HttpStatusCode.OK
        );

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, MostBytes);
    }

    [Fact]
    public void Pages_OfTheRouteTable_AreAllWeighed() =>
        Assert.All(
            YosRoutes
                .All.Add(YosRoutes.Sent)
                .AddRange(YosRoutes.SignIn)
                .Where(route => route is { IsSafe: true, IsForPrograms: false })
                .Select(route => route.Template)
                .Where(template =>
                    template
                        is not (
                            "/assets/{name}"
                            or "/audits/{programme}/{month}/sample"
                            or "/service/reports/{report}"
                        )
                    && !template.StartsWith(OfOneAudit, StringComparison.Ordinal)
                ),
            template => Assert.Contains(template, Pages.Select(page => page.Data.Item1))
        );
}
