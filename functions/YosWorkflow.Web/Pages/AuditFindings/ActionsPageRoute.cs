using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditFindings;

/// <summary>What is to be done because of a round, overdue first. As a file: <c>csv</c>.</summary>
public sealed class ActionsPageRoute(
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
        var (round, refusal) = AuditAddress.Of(request);
        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        if (refusal is not null || fields.Errors.Count > 0)
        {
            return refusal ?? fields.Refusal();
        }

        if (await rounds.StandingAsync(round, cancellationToken) is not { } standing)
        {
            return AuditAddress.NeverDrawn(round);
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var model = ActionsModel.Of(standing, staff, rules.Calendar, site.Today(clock));
        return csv is null
            ? await Page.RenderAsync<ActionsPage>(request, model)
            : CsvFile.Of(csv, AuditAddresses.FileName(round), model.Table);
    }
}
