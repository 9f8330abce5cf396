using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Pages.WholeService;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Reports;

/// <summary>
/// A report (<c>learning</c>, <c>snapshot</c> or <c>compliance</c>) of a period (<c>from</c>, <c>to</c>, as days or months), as JSON
/// or what else <c>Accept</c> asks for.
/// </summary>
public sealed class ReadReportRoute(ReportFiles files, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (ReportFiles.KindOf(request) is not { } kind)
        {
            return ReportFiles.Unknown();
        }

        request.HttpContext.Response.Headers.Vary = "Accept";
        if (AcceptedFormat.Of(request) is not { } format)
        {
            return Problem.Result(
                ProblemKind.NotAcceptable,
                $"A report can be had as {string.Join(", ", Enum.GetValues<ReportFormat>().Select(ReportWriter.MediaType))}."
            );
        }

        var fields = RequestFields.OfQuery(request.Query);
        return fields.Period(site.Today(clock)) is { } period
            ? await files.AnswerAsync(request, kind, period, format, cancellationToken)
            : fields.Refusal();
    }
}
