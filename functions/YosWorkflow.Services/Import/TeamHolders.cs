using System.Collections.Immutable;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// Keeps what every team knows of who holds its cases. Nobody is taken off: while one import would do so, another might be bringing in
/// a case of theirs, and a page that reads a team in vain is cheaper than one that misses a case.
/// </summary>
internal static class TeamHolders
{
    /// <summary>The teams of which more is known once some cases are written, in ordinal order.</summary>
    public static IEnumerable<StoredTeam> Changed(StoredCaseload stored, IEnumerable<StoredCase> written)
    {
        // Those of a team that was written before its holders were noted are gathered from all its cases.
        var unnoted = stored
            .Teams.Values.Where(one => one.Team.HeldBy is null)
            .Select(one => one.Team.Name)
            .ToHashSet(StringComparer.Ordinal);
        var held = stored
            .Cases.Values.Where(one => unnoted.Contains(one.Case.Team))
            .Concat(written)
            .ToLookup(one => one.Case.Team, one => one.Case.CaseManagerId, StringComparer.Ordinal);
        return held.Select(team => team.Key)
            .Union(unnoted, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(team => With(stored.Teams.GetValueOrDefault(team), team, held[team]))
            .OfType<StoredTeam>();
    }

    private static StoredTeam? With(StoredTeam? before, string name, IEnumerable<string> holders)
    {
        var known = before?.Team.HeldBy ?? [];
        ImmutableArray<string> all =
        [
            .. known.Union(holders, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return before?.Team.HeldBy is not null && all.Length == known.Length
            ? null
            : new StoredTeam(new TeamOfCases(name, all), before?.ETag ?? default);
    }
}
