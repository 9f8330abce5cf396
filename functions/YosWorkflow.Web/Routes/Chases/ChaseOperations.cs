using System.Collections.Immutable;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>The routes of chases, described.</summary>
internal static class ChaseOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(StartChaseRoute), "startChase", "Start a day's chase")
        {
            Text =
                "Starts the chase of a day, or finds it started: the same day twice is the same chase, and nobody is told the same step "
                + "of the same obligation twice. It is done every working morning by itself.",
            Body = ApiBody.Json(
                """{ "asOf": "2011-10-04" }""",
                ApiField.OfDate("asOf", "The day; today if it is left out.")
            ) with
            {
                IsOptional = true,
            },
            Answers =
            [
                new(202, "It is under way, or done.", typeof(StartedChaseAnswer))
                {
                    Headers = [("Location", "Where its progress can be seen.")],
                },
            ],
            Problems = [.. ApiParts.ProblemsOfJson, ProblemKind.CannotBeDone],
        },
        new(typeof(ReadChaseRoute), "readChase", "Read what a day's chase did")
        {
            Text =
                "Whom it told what, whom it did not tell and why, which teams failed, and how far its digests have come. A day that is no "
                + "working day tells nobody, and says so.",
            Address = new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = "2011-10-04" },
            Answers = [new(200, "What it did.", typeof(ChaseAnswer))],
            Problems = [ProblemKind.InvalidFields, ProblemKind.NotFound],
        },
    ];
}
