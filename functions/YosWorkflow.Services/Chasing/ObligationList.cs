using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Chasing;

/// <summary>What was found owed as of a day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Staff">The staff list.</param>
/// <param name="Teams">The teams that hold or held a case and of which who asks may know, whether or not one was asked for, in ordinal order.</param>
/// <param name="Obligations">What was asked for: by team, then case, both in ordinal order, then in the pack's order of rules.</param>
public sealed record ObligationList(
    DateOnly AsOf,
    Staff Staff,
    ImmutableArray<string> Teams,
    ImmutableArray<ListedObligation> Obligations
);

/// <summary>An obligation, and what the chase has made of it.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Resting">The acknowledgement by which chasing of it rests on the day, or null.</param>
public readonly record struct ListedObligation(Obligation Obligation, Acknowledgement? Resting)
{
    /// <summary>The latest step that each audience was told of this occurrence; empty if nobody was told.</summary>
    public ImmutableArray<ToldMark> Told { get; init; } = [];

    internal static ListedObligation Of(in Obligation obligation, TeamRecord record, DateOnly asOf)
    {
        var caseRef = obligation.Case.CaseRef;
        return obligation.IsOpen
            ? new(obligation, RestingOf(obligation, record.Acknowledgements[caseRef], asOf))
            {
                Told = ToldOf(obligation, record.Told.GetValueOrDefault(caseRef)),
            }
            : new(obligation, null);
    }

    private static Acknowledgement? RestingOf(
        in Obligation obligation,
        IEnumerable<Acknowledgement> acknowledged,
        DateOnly asOf
    )
    {
        Acknowledgement? latest = null;
        foreach (var one in acknowledged)
        {
            if (one.Rests(obligation, asOf) && (latest is null || one.Until > latest.Until))
            {
                latest = one;
            }
        }

        return latest;
    }

    private static ImmutableArray<ToldMark> ToldOf(in Obligation obligation, ToldOnCase? told)
    {
        if (told is null)
        {
            return [];
        }

        var (ruleId, clock) = (obligation.Rule.RuleId, obligation.ClockStarted);
        return
        [
            .. told.Marks.Where(mark =>
                mark.ClockStarted == clock && string.Equals(mark.RuleId, ruleId, StringComparison.Ordinal)
            ),
        ];
    }
}
