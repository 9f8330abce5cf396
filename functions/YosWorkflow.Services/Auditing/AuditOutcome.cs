using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Auditing;

/// <summary>Why something was not done in an audit.</summary>
public enum AuditFault
{
    /// <summary>There is no such programme, round, case, return or action.</summary>
    NotFound,

    /// <summary>It can't be kept as it was sent.</summary>
    Invalid,

    /// <summary>Whoever asks may not do it, or a rule stands against it.</summary>
    NotAllowed,

    /// <summary>It does not fit how things stand.</summary>
    Conflict,
}

/// <summary>That something was not done, and nothing changed.</summary>
/// <param name="Fault">What kind of reason there is.</param>
/// <param name="Reason">The reason, a sentence that says what to mend.</param>
public sealed record AuditRefusal(AuditFault Fault, string Reason)
{
    /// <summary>What is wrong, by field or question.</summary>
    public ImmutableArray<(string Name, string Problem)> Problems { get; init; } = [];

    /// <summary>For an edit of something that has changed since it was read: how it stands now.</summary>
    public AuditReturn? Now { get; init; }

    /// <summary>For such an edit: the answers that were changed since.</summary>
    public ImmutableArray<GivenAnswer> Changed { get; init; } = [];
}

/// <summary>What came of asking for something in an audit.</summary>
/// <typeparam name="T">What it brings if it is done.</typeparam>
public abstract record AuditOutcome<T>
{
    private AuditOutcome() { }

    /// <summary>It is done; if it was done before, it is as it was.</summary>
    /// <param name="Value">What it brought.</param>
    public sealed record Done(T Value) : AuditOutcome<T>;

    /// <summary>It was not done.</summary>
    /// <param name="Refusal">Why not.</param>
    public sealed record Refused(AuditRefusal Refusal) : AuditOutcome<T>;

    /// <summary>It was not done, for a reason.</summary>
    public static AuditOutcome<T> No(AuditFault fault, string reason) =>
        new Refused(new AuditRefusal(fault, reason));
}
