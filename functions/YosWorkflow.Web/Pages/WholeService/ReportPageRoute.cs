using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Reports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// A report for people who came from a page, of a period (<c>from</c>, <c>to</c>): to read, or as a file (<c>format</c>: <c>html</c>,
/// <c>docx</c>, <c>csv</c> or <c>json</c>).
/// </summary>
public sealed class ReportPageRoute(ReportFiles files, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (ReportFiles.KindOf(request) is not { } kind)
        {
            return ReportFiles.Unknown();
        }

        var fields = RequestFields.OfQuery(request.Query);
        var code = fields.Text("format", 10) ?? Codes<ReportFormat>.Of(ReportFormat.Html);
        if (!Codes<ReportFormat>.TryRead(code, out var format))
        {
            return Problem.NotFound("There is no such form of a report.");
        }

        return fields.Period(site.Today(clock)) is { } period
            ? await files.AnswerAsync(request, kind, period, format, cancellationToken)
            : fields.Refusal();
    }
}
