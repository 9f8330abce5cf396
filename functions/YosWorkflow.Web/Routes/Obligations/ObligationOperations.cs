using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Obligations;

/// <summary>The routes of obligations, described.</summary>
internal static class ObligationOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(ListObligationsRoute), "listObligations", "List obligations")
        {
            Text =
                "What is owed on cases as of a day, a page at a time, by team, case and rule. It is worked out from the record at each "
                + "request. Only what is the caller's is listed and counted. To read all of it, follow next until it is null: that address "
                + "keeps the day.",
            Query =
            [
                ApiField.OfDate("asOf", "As of which day; today if it is left out.") with
                {
                    Example = "2011-10-04",
                },
                ApiField.OfText("team", 200, "Of this team only.") with
                {
                    Example = "A",
                },
                ApiField.OfCodes<ObligationStatus>(
                    "status",
                    "Of one of these statuses only, with commas between them."
                ) with
                {
                    Example = "overdue,due_today",
                },
                ApiField.OfText("owedBy", 200, "Owed by the person with this staff id only."),
                ApiField.OfWhole("pageSize", 1, 1_000, "How many on a page; 100 if it is left out."),
                ApiField.OfText("after", 2_000, "Behind which place the page begins; take it from next."),
            ],
            Answers = [new(200, "A page of obligations.", typeof(ObligationPageAnswer))],
            Problems = [ProblemKind.InvalidFields, ProblemKind.CannotBeDone],
        },
        new(typeof(AcknowledgeObligationRoute), "acknowledgeObligation", "Acknowledge an overdue obligation")
        {
            Text =
                "A supervisor's word on something that is overdue: why, and by when it will be done. Chasing rests until then, and the "
                + "acknowledgement is kept as evidence of oversight.",
            Address = ApiParts.Obligation("A0", "asset-start"),
            Body = ApiBody.Json(
                """{ "reason": "The family has moved; a visit is arranged.", "until": "2011-10-14", "by": "PSA" }""",
                ApiField.OfText("reason", 1_000, "Why it is late.") with
                {
                    IsRequired = true,
                },
                ApiField.OfDate("until", "Until when chasing rests.") with
                {
                    IsRequired = true,
                },
                ApiParts.By("the supervisor")
            ),
            Answers = [new(201, "The acknowledgement as it is kept.", typeof(Acknowledgement))],
            Problems =
            [
                .. ApiParts.ProblemsOfJson,
                ProblemKind.NotFound,
                ProblemKind.Conflict,
                ProblemKind.CannotBeDone,
            ],
        },
    ];
}
