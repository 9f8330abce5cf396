using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Forms;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>A return's answers before it goes in.</summary>
/// <param name="Head">The return.</param>
/// <param name="Missing">What stands in its way, in the order of the questions; the field says where.</param>
/// <param name="WasSent">Whether it was tried to hand it in so.</param>
/// <param name="Stale">Why it has to be looked at again; null if nothing has changed meanwhile.</param>
public sealed record CheckModel(
    ReturnHead Head,
    ImmutableArray<FieldError> Missing,
    bool WasSent,
    string? Stale
)
{
    /// <summary>Where something that is missing is to be typed.</summary>
    public string HrefOf(FieldError missing) =>
        Head.Address.Section(
            Head.View.Sections.First(section => section.Questions.Contains(QuestionOf(missing))).SectionId,
            missing.FieldId
        );

    /// <summary>Which question it is that something is missing on.</summary>
    public int NumberOf(FieldError missing) => Head.NumberOf(QuestionOf(missing).QuestionId);

    internal static CheckModel Of(CaseAudit audit, ReturnHead head, bool wasSent, string? stale)
    {
        var answers = audit.Held(head.Address.IsSecond)?.ToAnswers() ?? [];
        var faults = ReturnCheck
            .OfWhole(audit.Round.Programme.Template, answers)
            .Select(fault => fault.QuestionId)
            .ToHashSet(StringComparer.Ordinal);
        return new CheckModel(
            head,
            [
                .. head
                    .View.Sections.SelectMany(section => section.Questions)
                    .Where(question => faults.Contains(question.QuestionId))
                    .Select(question => MissingOn(question, head.NumberOf(question.QuestionId))),
            ],
            wasSent,
            stale
        );
    }

    private QuestionView QuestionOf(FieldError missing) =>
        Head
            .View.Sections.SelectMany(section => section.Questions)
            .First(question => FieldsOf(question).Contains(missing.FieldId));

    private static string[] FieldsOf(QuestionView question) =>
        [SectionForm.AnswerField(question.QuestionId), SectionForm.SeenField(question.QuestionId)];

    private static FieldError MissingOn(QuestionView question, int number) =>
        question.Answer is null
            ? new FieldError(
                SectionForm.AnswerField(question.QuestionId),
                $"Answer question {number}: {question.Text}"
            )
            : new FieldError(
                SectionForm.SeenField(question.QuestionId),
                $"Say what you saw on question {number}, since it is not fully met: {question.Text}"
            );
}
