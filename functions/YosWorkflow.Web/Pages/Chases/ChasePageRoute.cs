using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Chases;

/// <summary>What a day's chase did.</summary>
public sealed class ChasePageRoute(ReadChase chases, CaseloadTable caseload, ServiceRules rules)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (day, refusal) = ChaseDate.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await chases.ExecuteAsync(day, cancellationToken) is not var (run, report, digests))
        {
            return ChaseDate.NeverStarted(day);
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return await Page.RenderAsync<ChasePage>(
            request,
            ModelOf(run, report, digests, staff, request.Viewer())
        );
    }

    private ChaseModel ModelOf(
        ChaseRun run,
        ChaseReport report,
        IReadOnlyList<StoredDigest> digests,
        Staff staff,
        Viewer viewer
    ) =>
        new()
        {
            Day = run.Day,
            Finished = run.FinishedAt is not null,
            WhyNobody = report.WhyNobody,
            Transactions = run.FinishedAt is null ? null : run.Transactions,
            People =
            [
                .. digests
                    .GroupBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
                    .Select(person => PersonOf(person, staff, viewer))
                    .OrderBy(person => person.Name, StringComparer.Ordinal)
                    .ThenBy(person => person.PersonId, StringComparer.Ordinal),
            ],
            NotTold =
            [
                .. report.NotTold.Select(one => new PersonNotTold(
                    NameOf(one.PersonId, staff),
                    one.Channel,
                    one.Reason
                )),
            ],
            FailedTeams = [.. report.FailedTeams.Select(team => new TeamFailure(team.Team, team.Reason))],
        };

    private PersonTold PersonOf(IGrouping<string, StoredDigest> digests, Staff staff, Viewer viewer) =>
        new(
            digests.Key,
            NameOf(digests.Key, staff),
            staff.Find(digests.Key) is { } person && viewer.SeesDayOf(person),
            [.. digests.OrderBy(digest => digest.Key.Channel).Select(DigestOf)]
        );

    private DigestTold DigestOf(StoredDigest digest) =>
        new(
            digest.Key.Channel,
            digest.State,
            digest.Reason,
            digest.MayBeDoubled,
            [.. digest.Items.Select(item => new ItemTold(item, TitleOf(item)))]
        );

    private string TitleOf(NoticeItem item) =>
        rules.Pack.Find(item.RuleId)?.Title ?? AuditWords.Find(item.RuleId)?.Title ?? item.RuleId;

    private static string NameOf(string personId, Staff staff) => staff.Find(personId)?.Name ?? personId;
}
