using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>
/// The audits: at the top what is the reader's own; for who answers for the service the programmes and the rounds, a <c>page</c> at a
/// time. A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class AuditsPageRoute(
    ReadAudits audits,
    CaseloadTable caseload,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int RoundsOnPage = 12;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var found = await audits.ExecuteAsync(site.Today(clock), staff, cancellationToken);
        var viewer = request.Viewer();
        var model = AuditsModel.Of(
            found,
            request.SentBy() is Caller.Person person ? person.Member : null,
            viewer,
            staff,
            rules.Calendar,
            await RoundsAsync(found, viewer, page, all: csv is not null, cancellationToken)
        );
        return csv is null
            ? await Page.RenderAsync<AuditsPage>(request, model)
            : CsvFile.Of(csv, "audits", [.. model.Tables]);
    }

    private async Task<(ImmutableArray<AuditRound> Rounds, int Page, int Pages)> RoundsAsync(
        AuditsOnDay found,
        Viewer viewer,
        int page,
        bool all,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.SeesEveryCase)
        {
            return ([], 1, 1);
        }

        var paged = Paged<RoundId>.Of(
            [.. found.Listed.Select(one => one.Id)],
            page,
            all ? Math.Max(1, found.Listed.Length) : RoundsOnPage
        );
        var live = found.Live.ToDictionary(standing => standing.Round.Id, standing => standing.Round);
        var read = await audits.FindAsync(paged.Items.Where(id => !live.ContainsKey(id)), cancellationToken);
        var known = read.ToDictionary(round => round.Id).Concat(live).ToDictionary();
        return ([.. paged.Items.Where(known.ContainsKey).Select(id => known[id])], paged.Page, paged.Pages);
    }
}
