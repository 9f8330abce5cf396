using YosWorkflow.Core.Audits;

namespace YosWorkflow.Local.Demonstration;

/// <summary>What the auditors of the demonstration answer: mostly that something is met, some things less often than others.</summary>
internal static class DemonstrationAnswers
{
    // Of twenty, how many find the question met; over and over through the template.
    private static readonly int[] Met = [17, 14, 9, 11, 19, 15, 18, 16];

    private static readonly string[] Remarks =
    [
        "It shows in some of the work only.",
        "It was done, but later than the record suggests.",
        "The plan says so; what was done does not.",
        "It is in the case diary and nowhere else.",
    ];

    private static readonly AuditAnswer[] All = Enum.GetValues<AuditAnswer>();

    /// <summary>The answers to a whole template.</summary>
    public static AnsweredQuestion[] To(AuditTemplate template, Chance chance) =>
        [.. template.Questions.Select((question, at) => Answer(question, Met[at % Met.Length], chance))];

    /// <summary>What a second reader answers who has read the same case: mostly the same.</summary>
    public static AnsweredQuestion[] Again(IEnumerable<AnsweredQuestion> first, Chance chance) =>
        [
            .. first.Select(one =>
                chance.Happens(0.85) ? one : With(one.QuestionId, chance.OneOf(All), chance)
            ),
        ];

    private static AnsweredQuestion Answer(AuditQuestion question, int met, Chance chance) =>
        With(
            question.QuestionId,
            chance.Weighed(
                (met, AuditAnswer.Met),
                ((20 - met) * 2 / 3, AuditAnswer.Partly),
                ((20 - met + 2) / 3, AuditAnswer.NotMet),
                (1, AuditAnswer.NotApplicable)
            ),
            chance
        );

    private static AnsweredQuestion With(string questionId, AuditAnswer answer, Chance chance) =>
        new(
            questionId,
            answer,
            answer is AuditAnswer.Partly or AuditAnswer.NotMet ? chance.OneOf(Remarks) : ""
        );
}
