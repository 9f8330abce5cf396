using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditFindings;

/// <summary>What a round found, beside the months before it. A table of it as a file: <c>csv</c>.</summary>
public sealed class FindingsPageRoute(
    ReadFindings findings,
    CaseloadTable caseload,
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

        if (await findings.ExecuteAsync(round, site.Today(clock), cancellationToken) is not { } report)
        {
            return AuditAddress.NeverDrawn(round);
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var model = FindingsModel.Of(round, report, staff);
        return csv is null
            ? await Page.RenderAsync<FindingsPage>(request, model)
            : CsvFile.Of(csv, $"{AuditAddresses.FileName(round)}-findings", [.. model.Tables]);
    }
}
