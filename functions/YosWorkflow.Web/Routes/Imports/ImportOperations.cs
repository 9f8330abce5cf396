using System.Collections.Immutable;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>The routes of imports, described.</summary>
internal static class ImportOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(ImportCaseloadRoute), "importCaseload", "Import a caseload")
        {
            Text =
                "Takes one to three CSV files as a form. A row that can't be read is rejected alone, and named; the same file twice "
                + "changes nothing. A file that is no CSV file, or lacks a column that is required, is refused with all the others, and "
                + "nothing is changed. In Azure an import of more than 2 MiB, or one that asks for it, is answered with 202 and goes on "
                + "by itself.",
            Headers =
            [
                ApiField.OfText(
                    "Prefer",
                    100,
                    "respond-async: answer 202 at once, where the host can go on with it by itself."
                ),
            ],
            Body = new(
                "multipart/form-data",
                [
                    ApiField.OfFile("staff", "staff.csv: who works for the service."),
                    ApiField.OfFile("cases", "cases.csv: a row for each intervention."),
                    ApiField.OfFile(
                        "milestones",
                        "milestones.csv: what was completed on which case, and when."
                    ),
                ]
            ),
            Answers =
            [
                new(200, "What became of every row, and what is wrong.", typeof(ImportReport)),
                new(202, "It goes on by itself.", typeof(StartedImportAnswer))
                {
                    Headers = [("Location", "Where its progress can be seen.")],
                },
            ],
            Problems =
            [
                ProblemKind.UnreadableBody,
                ProblemKind.RefusedFile,
                ProblemKind.TooLarge,
                ProblemKind.UnsupportedType,
            ],
        },
    ];
}
