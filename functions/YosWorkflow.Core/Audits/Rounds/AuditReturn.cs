using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>An answer as a return holds it.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Answer">The answer; null while there is only a note on what was seen.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="ChangedIn">The version of the return in which it was last changed.</param>
public sealed record GivenAnswer(string QuestionId, AuditAnswer? Answer, string Seen, int ChangedIn);

/// <summary>That the lead gave a return back.</summary>
/// <param name="ById">Who.</param>
/// <param name="On">On which day.</param>
/// <param name="Reason">Why.</param>
public sealed record Reopening(string ById, DateOnly On, string Reason);

/// <summary>A reader's return on a case: the audit itself, or its second check.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Version">Its version, from 1; every change makes a new one.</param>
/// <param name="StateChangedIn">The version in which its state last changed.</param>
/// <param name="ById">Who wrote it last.</param>
/// <param name="Answers">The answers, in the template's order.</param>
/// <param name="SavedAt">When it was last changed.</param>
/// <param name="SubmittedOn">The day it was submitted, or null while it is not.</param>
/// <param name="Reopenings">How often it was given back, and why.</param>
public sealed record AuditReturn(
    ReturnState State,
    int Version,
    int StateChangedIn,
    string ById,
    ImmutableArray<GivenAnswer> Answers,
    DateTimeOffset SavedAt,
    DateOnly? SubmittedOn,
    ImmutableArray<Reopening> Reopenings
)
{
    /// <summary>Whether it is in.</summary>
    [JsonIgnore]
    public bool IsIn => State == ReturnState.Submitted;

    /// <summary>How many questions are answered.</summary>
    [JsonIgnore]
    public int Answered => Answers.Count(given => given.Answer is not null);

    /// <summary>The answers as checks, scores and findings read them.</summary>
    public ImmutableArray<AnsweredQuestion> ToAnswers() =>
        [
            .. Answers
                .Where(given => given.Answer is not null)
                .Select(given => new AnsweredQuestion(given.QuestionId, given.Answer!.Value, given.Seen)),
        ];

    /// <summary>The answers that were changed after a version.</summary>
    public ImmutableArray<GivenAnswer> ChangedSince(int version) =>
        [.. Answers.Where(given => given.ChangedIn > version)];
}
