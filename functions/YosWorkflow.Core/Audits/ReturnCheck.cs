using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>What is wrong with an audit return, by question.</summary>
public static class ReturnCheck
{
    /// <summary>The longest note on what was seen, in characters.</summary>
    public const int LongestNote = 4000;

    /// <summary>What is wrong with a part of a return as it is saved; empty if nothing is.</summary>
    public static ImmutableArray<(string QuestionId, string Problem)> OfPart(
        AuditTemplate template,
        IReadOnlyCollection<AnsweredQuestion> answers,
        IReadOnlyCollection<NotedQuestion>? notes = null
    )
    {
        var said = answers
            .Select(item => new NotedQuestion(item.QuestionId, item.Seen))
            .Concat(notes ?? [])
            .ToArray();
        var known = template
            .Questions.Select(question => question.QuestionId)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. said.Where(item => !known.Contains(item.QuestionId))
                .Select(item => (item.QuestionId, "The template has no such question.")),
            .. said.GroupBy(item => item.QuestionId, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => (group.Key, "It is answered twice.")),
            .. said.Where(item => item.Seen.Length > LongestNote)
                .Select(item => (item.QuestionId, $"What was seen is longer than {LongestNote} characters.")),
        ];
    }

    /// <summary>What is wrong with a return as it is submitted: all of it answered, and said what was seen where it falls short.</summary>
    public static ImmutableArray<(string QuestionId, string Problem)> OfWhole(
        AuditTemplate template,
        IReadOnlyCollection<AnsweredQuestion> answers
    )
    {
        var given = answers.Select(item => item.QuestionId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfPart(template, answers),
            .. template
                .Questions.Where(question => !given.Contains(question.QuestionId))
                .Select(question => (question.QuestionId, "It is not answered yet.")),
            .. answers
                .Where(item =>
                    item.Answer is AuditAnswer.Partly or AuditAnswer.NotMet
                    && string.IsNullOrWhiteSpace(item.Seen)
                )
                .Select(item => (item.QuestionId, "Say what was seen, so that it can be learned from.")),
        ];
    }
}
