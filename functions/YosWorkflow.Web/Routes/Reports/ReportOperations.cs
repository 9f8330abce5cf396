using System.Collections.Immutable;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Reports;

/// <summary>The route of reports, described.</summary>
internal static class ReportOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(ReadReportRoute), "readReport", "Read a report")
        {
            Text =
                "What the audits found (learning), which children are looked after, in need or on a plan (snapshot), or how much was done in "
                + "time (compliance), in a period: as data, or as a document for the committee. Numbers so small that they could point to a "
                + "child are not shown.",
            Address = new Dictionary<string, string>(StringComparer.Ordinal) { ["report"] = "compliance" },
            Query =
            [
                ApiField.OfText(
                    "from",
                    10,
                    "The first day, or month, of the period; a year before its end if it is left out."
                ) with
                {
                    Example = "2011-07",
                },
                ApiField.OfText("to", 10, "The last day, or month; today if it is left out.") with
                {
                    Example = "2011-09",
                },
            ],
            Headers = [ApiField.OfText("Accept", 200, "In which form; JSON if it is left out.")],
            Answers =
            [
                new(200, "The report.", typeof(ReportShape))
                {
                    OtherTypes =
                    [
                        .. new[] { ReportFormat.Html, ReportFormat.Csv, ReportFormat.Docx }.Select(
                            ReportWriter.MediaType
                        ),
                    ],
                },
            ],
            Problems =
            [
                ProblemKind.InvalidFields,
                ProblemKind.NotFound,
                ProblemKind.NotAcceptable,
                ProblemKind.CannotBeDone,
            ],
        },
    ];
}
