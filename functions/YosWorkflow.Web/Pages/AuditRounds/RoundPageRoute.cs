using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>
/// How a round stands: its draw, who audits what, how far it is. Who does not answer for the whole service sees the cases that are
/// theirs, and no totals. Just asked for (<c>begun</c>), it may not be there yet. A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class RoundPageRoute(
    ReadRound rounds,
    CaseloadTable caseload,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, refusal) = AuditAddress.Of(request);
        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (refusal is not null || fields.Errors.Count > 0)
        {
            return refusal ?? fields.Refusal();
        }

        return request.SentBy() is Caller.Person person && !person.Viewer.SeesEveryCase
            ? await OwnAsync(request, id, person, csv, cancellationToken)
            : await WholeAsync(request, id, page, csv, cancellationToken);
    }

    private async Task<IResult> OwnAsync(
        HttpRequest request,
        RoundId id,
        Caller.Person person,
        string? csv,
        CancellationToken cancellationToken
    )
    {
        if (await rounds.ExecuteAsync(id, person.Member, person.Viewer, cancellationToken) is not { } own)
        {
            return AuditAddress.NeverDrawn(id);
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var model = OwnRoundModel.Of(own, id, person.Member, staff);
        return csv is null
            ? await Page.RenderAsync<OwnRoundPage>(request, model)
            : CsvFile.Of(csv, AuditAddresses.FileName(id), model.Cases);
    }

    private async Task<IResult> WholeAsync(
        HttpRequest request,
        RoundId id,
        int page,
        string? csv,
        CancellationToken cancellationToken
    )
    {
        var isBegun = request.Query["begun"] == "yes";
        if (await rounds.StandingAsync(id, cancellationToken) is not { } standing)
        {
            return isBegun
                ? await Page.RenderAsync<RoundWaitingPage>(request, new RoundWaitingModel(id))
                : AuditAddress.NeverDrawn(id);
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var model = RoundModel.Of(standing, staff, rules.Calendar, site.Today(clock)) with
        {
            IsBegun = isBegun,
            CasesPage = page,
            DrawnAt = site.Moment(standing.Round.DrawnAt),
        };
        return csv is null
            ? await Page.RenderAsync<RoundPage>(request, model)
            : CsvFile.Of(csv, AuditAddresses.FileName(id), model.Tables);
    }
}
