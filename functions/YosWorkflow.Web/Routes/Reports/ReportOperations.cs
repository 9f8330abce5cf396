using System.Collections.Immutable;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Reports;

/// <summary>The route of reports, described.</summary>
internal static class ReportOperations
{
    private const int LongestDate = 10;

    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(ReadReportRoute), "readReport", "Read a report")
        {
            Text =
                "A report for people outside the service: learning (what the audits found, and what is being done about it), snapshot (children "
                + "looked after, in need, or on a child protection plan) or compliance (work done in time). It is as things stood at the end "
                + "of the period. Counts under five are null and said to be so under not_shown of their row, and so are those from which one could "
                + "be worked back. Accept asks for HTML, CSV or a Word document instead of JSON.",
            Address = new Dictionary<string, string>(StringComparer.Ordinal) { ["report"] = "compliance" },
            Query =
            [
                ApiField.OfText(
                    "from",
                    LongestDate,
                    "The first day, as yyyy-MM-dd, or its month, as yyyy-MM; eleven months before the month of to if it is left out."
                ) with
                {
                    Example = "2011-08",
                },
                ApiField.OfText(
                    "to",
                    LongestDate,
                    "The last day, or its month; today if it is left out. A period has 60 months at most."
                ),
            ],
            Answers =
            [
                new(200, "The report.", typeof(ReportDocument))
                {
                    OtherTypes =
                    [
                        ReportWriter.MediaType(ReportFormat.Html),
                        ReportWriter.MediaType(ReportFormat.Csv),
                        ReportWriter.MediaType(ReportFormat.Docx),
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
