using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Routes.Reports;

/// <summary>Answers with reports, for programs and for people alike.</summary>
public sealed class ReportFiles(MakeReport reports, Site site, TimeProvider clock)
{
    /// <summary>The report that an address names, or null if there is none such.</summary>
    internal static ReportKind? KindOf(HttpRequest request) =>
        Codes<ReportKind>.TryRead((string?)request.RouteValues["report"], out var kind) ? kind : null;

    /// <summary>There is no such report.</summary>
    internal static IResult Unknown() =>
        Problem.NotFound($"There is no such report. There are: {string.Join(", ", Codes<ReportKind>.All)}.");

    /// <summary>Makes a report and answers with it.</summary>
    internal async Task<IResult> AnswerAsync(
        HttpRequest request,
        ReportKind kind,
        Period period,
        ReportFormat format,
        CancellationToken cancellationToken
    )
    {
        var report = await reports.ExecuteAsync(kind, period, site.Today(clock), cancellationToken);
        var bytes = ReportWriter.Write(report, format);
        var media = ReportWriter.MediaType(format);
        if (format is ReportFormat.Html)
        {
            SecurityHeaders.AllowStyle(request.HttpContext.Response, HtmlReport.StyleHash);
        }

        return format switch
        {
            ReportFormat.Json => Results.Bytes(bytes, media),
            ReportFormat.Html => Results.Bytes(bytes, media + "; charset=utf-8"),
            ReportFormat.Csv => Results.File(bytes, media + "; charset=utf-8", FileName(report, format)),
            _ => Results.File(bytes, media, FileName(report, format)),
        };
    }

    private static string FileName(Report report, ReportFormat format) =>
        $"{Codes<ReportKind>.Of(report.Kind)}-{IsoDate.Format(report.Period.From)}-{IsoDate.Format(report.Period.To)}.{Codes<ReportFormat>.Of(format)}";
}
