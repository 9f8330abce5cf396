using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>The routes of audit rounds, described.</summary>
internal static class RoundOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(StartSampleRoute), "startSample", "Draw a month's sample")
        {
            Text =
                "Draws the sample of a programme and month by hand, and allocates it. The same month twice gives the first draw. With the "
                + "seed and the frame anyone can draw it again.",
            Body = ApiBody.Json(
                """{ "programme": "golden-thread", "month": "2011-10", "size": 4, "seed": "k4v9-19" }""",
                ApiField.OfText(
                    "programme",
                    100,
                    "The programme: golden-thread, health or scs-referral."
                ) with
                {
                    IsRequired = true,
                },
                ApiField.OfMonth("month", "The month.") with
                {
                    IsRequired = true,
                },
                ApiField.OfWhole("size", 1, null, "How many cases; not together with percent."),
                ApiField.OfPercent("percent", "Which share of the frame, rounded up."),
                ApiField.OfWhole("min", 0, null, "How many at least; goes with percent."),
                ApiField.OfText(
                    "seed",
                    SampleRequest.LongestSeed,
                    "The seed; fresh randomness if it is left out."
                ),
                ApiField.OfDate("asOf", "As of which day; of a past month its last working day, else today."),
                ApiField.OfWhole(
                    "highRiskWeight",
                    1,
                    SampleWeights.Most,
                    "How much more cases of high risk count."
                ),
                ApiField.OfWhole(
                    "lookedAfterWeight",
                    1,
                    SampleWeights.Most,
                    "How much more looked-after children's cases count."
                )
            ),
            Answers =
            [
                new(202, "It is drawn, or being drawn.", typeof(StartedSampleAnswer))
                {
                    Headers = [("Location", "Where the round can be seen.")],
                },
            ],
            Problems = [.. ApiParts.ProblemsOfJson, ProblemKind.Conflict, ProblemKind.CannotBeDone],
        },
        new(typeof(ReadRoundRoute), "readRound", "Read how a round stands")
        {
            Text =
                "The draw, its seed and its frame's hash, who audits what, and how far it is. A person who does not answer for the whole "
                + "service sees the cases that are theirs, and no totals.",
            Address = ApiParts.Round,
            Answers =
            [
                new(
                    200,
                    "The round; for a person, what of it is theirs.",
                    typeof(RoundReport),
                    typeof(OwnAudits)
                ),
            ],
            Problems = [ProblemKind.InvalidFields, ProblemKind.NotFound],
        },
        new(typeof(ReadSampleRoute), "readSample", "Read a round's sample with its frame")
        {
            Text =
                "The sample as it is published, with the frame, so that anyone can draw it again and compare.",
            Address = ApiParts.Round,
            Answers = [new(200, "The sample.", typeof(SampleReport))],
            Problems = [ProblemKind.InvalidFields, ProblemKind.NotFound],
        },
        new(typeof(ReadFindingsRoute), "readFindings", "Read what a round found")
        {
            Text =
                "Scores with their intervals, by section, question and team, beside the twelve months before; how well second readers "
                + "agree; targets. Until the round is closed, of what is in so far.",
            Address = ApiParts.Round,
            Answers = [new(200, "The findings.", typeof(FindingsReport))],
            Problems = [ProblemKind.InvalidFields, ProblemKind.NotFound],
        },
    ];
}
