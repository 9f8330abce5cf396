using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// The children among the cases open on a day who are looked after, in need, or have a child protection plan, by team. The record
/// holds what each child is now and not since when, so that for a day that is past it counts the cases open then, with the children as they are now.
/// </summary>
/// <param name="day">The day.</param>
public sealed class CaseloadSnapshot(DateOnly day) : ICaseTally
{
    private readonly Dictionary<string, ChildCounts> teams = new(StringComparer.Ordinal);

    /// <summary>The day.</summary>
    public DateOnly Day => day;

    /// <summary>The teams with an open case, in ordinal order.</summary>
    public ImmutableArray<TeamChildren> Teams =>
        [
            .. teams
                .Select(team => new TeamChildren(team.Key, team.Value))
                .OrderBy(team => team.Team, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
    {
        if (supervised.OrderMadeOn <= day && supervised.OpenThrough >= day)
        {
            teams[supervised.Team] = teams.GetValueOrDefault(supervised.Team) + ChildCounts.Of(supervised);
        }
    }
}

/// <summary>The children of a team.</summary>
/// <param name="Team">The team.</param>
/// <param name="Counts">How many.</param>
public sealed record TeamChildren(string Team, ChildCounts Counts);
