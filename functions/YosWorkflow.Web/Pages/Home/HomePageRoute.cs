using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>
/// The home page: how things stand today, or on another day (<c>asOf</c>), and what the last chase came to. The teams as a file:
/// <c>csv</c>.
/// </summary>
public sealed class HomePageRoute(
    ListObligations obligations,
    CaseloadTable caseload,
    ChaseRunTable runs,
    ReadChase chases,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    // So many days without work may lie together, as at Christmas; a run of such a day is no chase to show.
    private const int MostDaysOff = 7;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var viewer = request.Viewer();
        var people = await request.PeopleAsync(caseload, cancellationToken);
        var chased = viewer.SeesDeliveries
            ? LastChaseAsync(cancellationToken)
            : Task.FromResult<LastChase?>(null);
        var open = new ObligationFilter
        {
            SeenBy = viewer,
            Statuses = ObligationFilter.Open,
            WithRecord = false,
        };
        var found = await obligations.ExecuteAsync(day, open, people, cancellationToken);
        var model = HomeModel.Of(found, rules, viewer, today, await chased) with { Page = page };
        return csv is null
            ? await Page.RenderAsync<HomePage>(request, model)
            : CsvFile.Of(csv, "today", model.Teams);
    }

    private async Task<LastChase?> LastChaseAsync(CancellationToken cancellationToken)
    {
        var latest = await runs.ReadLatestAsync(MostDaysOff, cancellationToken);
        return
            latest.FirstOrDefault(run => run.WhyNobody is null) is { } last
            && await chases.ExecuteAsync(last.Day, cancellationToken) is var (run, report, digests)
            ? new LastChase(
                run.Day,
                report.Told.Select(told => told.PersonId).Distinct(StringComparer.Ordinal).Count(),
                report.NotTold.Length,
                digests.Count(digest => digest.State == DigestState.Parked),
                run.FinishedAt is not null
            )
            : null;
    }
}
