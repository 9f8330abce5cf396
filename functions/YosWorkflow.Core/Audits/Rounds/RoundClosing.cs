using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Ends a round: names what is missing, and lets nothing in any more.</summary>
public static class RoundClosing
{
    /// <summary>Whether a round can be closed on a day: it is open, and its last working day has come.</summary>
    public static bool IsTime(AuditRound round, DateOnly day) =>
        round.State == RoundState.Open && day >= round.Dates.ClosesOn;

    /// <summary>What is missing, by case.</summary>
    public static ImmutableArray<MissingItem> MissingOf(RoundStanding standing) =>
        [.. standing.Cases.SelectMany(MissingOf)];

    /// <summary>The round as it is closed. It ends on its last working day, also if that is noticed later.</summary>
    /// <param name="standing">How it stands.</param>
    /// <param name="day">The day on which it is closed.</param>
    public static AuditRound Close(RoundStanding standing, DateOnly day) =>
        standing.Round with
        {
            State = RoundState.Closed,
            ClosedOn = day < standing.Round.Dates.ClosesOn ? day : standing.Round.Dates.ClosesOn,
            Missing = MissingOf(standing),
        };

    private static IEnumerable<MissingItem> MissingOf(CaseStanding item)
    {
        var caseRef = item.Case.CaseRef;
        if (!item.IsIn)
        {
            var auditor = item.Case.Audit.ReaderId;
            yield return new MissingItem(
                caseRef,
                auditor is null ? MissingKind.Auditor : MissingKind.Return,
                auditor
            );
        }
        else if (item.Second is { } second && !item.SecondIsIn)
        {
            yield return new MissingItem(caseRef, MissingKind.SecondCheck, second.ReaderId);
        }
    }
}
