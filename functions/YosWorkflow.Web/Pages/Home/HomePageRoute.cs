using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>The home page: how things stand today, or on another day (<c>asOf</c>), and what the last chase came to.</summary>
public sealed class HomePageRoute(
    ListObligations obligations,
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
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var viewer = request.Viewer();
        var open = new ObligationFilter { SeenBy = viewer, Statuses = ObligationFilter.Open };
        var found = await obligations.ExecuteAsync(day, open, cancellationToken);
        var hasCaseload = found.Teams.Length > 0 || found.Staff.Members.Length > 0;
        var lastChase = hasCaseload && viewer.SeesDeliveries ? await LastChaseAsync(cancellationToken) : null;
        return await Page.RenderAsync<HomePage>(
            request,
            HomeModel.Of(found.Standing(rules), viewer, day == today, hasCaseload, lastChase)
        );
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
