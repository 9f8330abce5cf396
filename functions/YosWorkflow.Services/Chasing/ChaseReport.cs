using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Chasing;

/// <summary>What a chase told, or in a dry run would tell. It serialises as the command line and the routes give it, in snake case.</summary>
public sealed record ChaseReport
{
    /// <summary>The day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether nothing was written and nobody told.</summary>
    public bool DryRun { get; init; }

    /// <summary>Why nobody was to be told at all, such as a bank holiday; null on a working day.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>Who was told what; what an earlier run of the same day told is not repeated.</summary>
    public ImmutableArray<ToldPerson> Told { get; init; } = [];

    /// <summary>Who was to be told, and was not.</summary>
    public ImmutableArray<NotToldPerson> NotTold { get; init; } = [];

    /// <summary>The teams that failed.</summary>
    public ImmutableArray<FailedTeam> FailedTeams { get; init; } = [];

    /// <summary>How many storage transactions it made.</summary>
    public long Transactions { get; init; }
}

/// <summary>What a person was told by a way.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Items">What, most serious first.</param>
public sealed record ToldPerson(string PersonId, Channel Channel, ImmutableArray<ToldItem> Items);

/// <summary>One obligation that a person was told of.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="DueOn">When it is or was due.</param>
/// <param name="Step">The step of the ladder.</param>
/// <param name="WorkingDaysOverdue">How many working days late; 0 if it is not.</param>
public sealed record ToldItem(
    string CaseRef,
    string RuleId,
    DateOnly DueOn,
    ChaseStep Step,
    int WorkingDaysOverdue
);

/// <summary>Someone who was to be told, and was not.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Reason">Why not.</param>
public sealed record NotToldPerson(string PersonId, Channel Channel, string Reason);
