using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using YosWorkflow.Services.Reporting;

namespace YosWorkflow.Web.Routes.Reports;

/// <summary>In which form a report is asked for.</summary>
internal static class AcceptedFormat
{
    // Where several are equally welcome, the first of these.
    private static readonly ReportFormat[] Formats =
    [
        ReportFormat.Json,
        ReportFormat.Html,
        ReportFormat.Csv,
        ReportFormat.Docx,
    ];

    /// <summary>The form that the <c>Accept</c> header likes best; JSON if there is none; null if it takes none of ours.</summary>
    public static ReportFormat? Of(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (StringValues.IsNullOrEmpty(accept))
        {
            return ReportFormat.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        var liked = Formats
            .Select(format => (Format: format, Quality: QualityOf(format, ranges)))
            .Where(one => one.Quality > 0)
            .OrderByDescending(one => one.Quality)
            .ToArray();
        return liked.Length == 0 ? null : liked[0].Format;
    }

    // The range that fits most closely says how welcome a form is.
    private static double QualityOf(ReportFormat format, IList<MediaTypeHeaderValue> ranges)
    {
        var media = new MediaTypeHeaderValue(ReportWriter.MediaType(format));
        return ranges
                .Where(range => Plain(range) is { } plain && media.IsSubsetOf(plain))
                .OrderBy(range =>
                    range.MatchesAllTypes ? 2
                    : range.MatchesAllSubTypes ? 1
                    : 0
                )
                .Select(range => (double?)(range.Quality ?? 1))
                .FirstOrDefault()
            ?? 0;
    }

    // Parameters such as a charset do not narrow what we have.
    private static MediaTypeHeaderValue Plain(MediaTypeHeaderValue range) => new(range.MediaType);
}
