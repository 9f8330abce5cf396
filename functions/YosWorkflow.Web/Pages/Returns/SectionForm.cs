using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>What is to happen once a section is saved.</summary>
public enum AfterSaving
{
    /// <summary>On to the next section.</summary>
    Next,

    /// <summary>It is gone on with another time.</summary>
    Later,

    /// <summary>Nothing: the page's script has saved it while somebody is still at it.</summary>
    Stay,
}

/// <summary>A question's answer as it was typed.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Seen">What was seen.</param>
public sealed record TypedAnswer(AuditAnswer? Answer, string Seen)
{
    internal bool Says(GivenAnswer other) =>
        Answer == other.Answer && string.Equals(Seen, other.Seen, StringComparison.Ordinal);
}

/// <summary>A section of a return as it was typed, and what is wrong with it.</summary>
public sealed record SectionForm
{
    // Every question with the longest note, in characters that take nine bytes each in a form.
    internal const int MostBytes = 1024 * 1024;

    internal const string VersionField = "version";
    internal const string ThenField = "then";

    /// <summary>The version of the return that it is based on; 0 if nothing was saved.</summary>
    public required int Version { get; init; }

    /// <summary>The answers, by question.</summary>
    public required ImmutableDictionary<string, TypedAnswer> Answers { get; init; }

    /// <summary>What is to happen once it is saved.</summary>
    public AfterSaving Then { get; init; }

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>The field of a question's answer; its first choice has it as its id.</summary>
    public static string AnswerField(string questionId) => "answer-" + questionId;

    /// <summary>The field of what was seen.</summary>
    public static string SeenField(string questionId) => "seen-" + questionId;

    internal static string[] FieldsOf(AuditSection section) =>
        [
            VersionField,
            ThenField,
            .. section.Questions.SelectMany(question =>
                new[] { AnswerField(question.QuestionId), SeenField(question.QuestionId) }
            ),
        ];

    /// <summary>What is saved of a section.</summary>
    internal static SectionForm Saved(SectionView section, int version) =>
        new()
        {
            Version = version,
            Answers = section.Questions.ToImmutableDictionary(
                question => question.QuestionId,
                question => new TypedAnswer(question.Answer, question.Seen ?? ""),
                StringComparer.Ordinal
            ),
        };

    /// <summary>Reads what was typed. What no page of ours could send is noted with the fields.</summary>
    internal static SectionForm Read(RequestFields fields, AuditSection section)
    {
        var answers = section.Questions.ToImmutableDictionary(
            question => question.QuestionId,
            question => AnswerIn(fields, question.QuestionId),
            StringComparer.Ordinal
        );
        return new SectionForm
        {
            Version = fields.Number(VersionField, 0, 0, int.MaxValue),
            Then = fields.Text(ThenField, 100) switch
            {
                "later" => AfterSaving.Later,
                "stay" => AfterSaving.Stay,
                _ => AfterSaving.Next,
            },
            Answers = answers,
            Errors =
            [
                .. section
                    .Questions.Where(question =>
                        answers[question.QuestionId].Seen.Length > ReturnCheck.LongestNote
                    )
                    .Select(question => new FieldError(
                        SeenField(question.QuestionId),
                        $"What was seen must be {ReturnCheck.LongestNote.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer: “{question.Text}”"
                    )),
            ],
        };
    }

    /// <summary>It as a part of a return.</summary>
    internal HandedIn ToPart(CaseAudit audit, bool isSecond, string byId, int basedOn) =>
        new(
            audit.Round.Id,
            audit.CaseRef,
            isSecond,
            byId,
            [
                .. Answers
                    .Where(one => one.Value.Answer is not null)
                    .Select(one => new AnsweredQuestion(one.Key, one.Value.Answer!.Value, one.Value.Seen)),
            ],
            basedOn,
            Submit: false
        )
        {
            Notes =
            [
                .. Answers
                    .Where(one => one.Value.Answer is null)
                    .Select(one => new NotedQuestion(one.Key, one.Value.Seen)),
            ],
        };

    // Browsers send line ends as two characters and count them as one.
    private static TypedAnswer AnswerIn(RequestFields fields, string questionId)
    {
        var field = AnswerField(questionId);
        var code = fields.Text(field, 100);
        if (!Codes<AuditAnswer>.TryRead(code, out var answer) && code is not null)
        {
            fields.Refuse(field, $"'{code}' is not one of {string.Join(", ", Codes<AuditAnswer>.All)}.");
        }

        var seen = fields.Text(SeenField(questionId), int.MaxValue) ?? "";
        return new TypedAnswer(code is null ? null : answer, seen.ReplaceLineEndings("\n"));
    }
}
