using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>A part of a return as it is handed in. Questions it does not speak of stay as they are.</summary>
/// <param name="ById">Who hands it in.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="BasedOn">The version that was read before; null or 0 if there was none.</param>
/// <param name="Submit">Whether the return is complete with it, and goes in.</param>
/// <param name="On">The day.</param>
/// <param name="At">The moment.</param>
public sealed record ReturnPart(
    string ById,
    ImmutableArray<AnsweredQuestion> Answers,
    int? BasedOn,
    bool Submit,
    DateOnly On,
    DateTimeOffset At
)
{
    /// <summary>What was seen on questions whose answer it leaves open. An answer that was given before stays.</summary>
    public ImmutableArray<NotedQuestion> Notes { get; init; } = [];
}

/// <summary>What follows from handing in a part of a return.</summary>
public abstract record ReturnDecision
{
    private ReturnDecision() { }

    /// <summary>The return is to be kept in a new version.</summary>
    /// <param name="Return">The return.</param>
    public sealed record Changed(AuditReturn Return) : ReturnDecision;

    /// <summary>The return says all that already: the same was handed in before.</summary>
    /// <param name="Return">The return.</param>
    public sealed record Unchanged(AuditReturn Return) : ReturnDecision;

    /// <summary>Somebody has changed the return since it was read.</summary>
    /// <param name="Now">How it stands now.</param>
    /// <param name="ChangedAnswers">The answers that were changed since.</param>
    public sealed record Stale(AuditReturn Now, ImmutableArray<GivenAnswer> ChangedAnswers) : ReturnDecision;

    /// <summary>It can't be kept as it is.</summary>
    /// <param name="Problems">What is wrong, by question.</param>
    public sealed record Invalid(ImmutableArray<(string QuestionId, string Problem)> Problems)
        : ReturnDecision;

    /// <summary>The return takes no changes.</summary>
    /// <param name="Now">How it stands.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record Refused(AuditReturn Now, string Reason) : ReturnDecision;
}
