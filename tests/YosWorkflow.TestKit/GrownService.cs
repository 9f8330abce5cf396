using YosWorkflow.Core.Caseload;

namespace YosWorkflow.TestKit;

/// <summary>
/// A service of any size: the kent-2011 service over and over, each copy with teams and people of its own, until there are enough
/// cases. So every team is as large as a real one, whatever the number of teams.
/// </summary>
public static class GrownService
{
    /// <summary>A service of so many cases, with everyone who works for it.</summary>
    public static (Staff Staff, IReadOnlyList<Case> Cases) Of(int cases)
    {
        var copies = ((cases - 1) / Kent2011.Cases.Length) + 1;
        var grown = Enumerable.Range(0, copies).SelectMany(Copy).Take(cases).ToArray();
        var teams = grown.Select(one => one.Team).ToHashSet(StringComparer.Ordinal);
        var staff = Enumerable
            .Range(0, copies)
            .SelectMany(copy => Kent2011.Staff.Members.Select(member => Copy(member, copy)))
            .Where(member => member.Team is null || teams.Contains(member.Team));
        return (new Staff(staff), grown);
    }

    private static IEnumerable<Case> Copy(int copy) =>
        Kent2011.Cases.Select(one =>
            one with
            {
                CaseRef = Named(one.CaseRef, copy),
                Team = Named(one.Team, copy),
                CaseManagerId = Named(one.CaseManagerId, copy),
            }
        );

    private static StaffMember Copy(StaffMember member, int copy) =>
        member with
        {
            StaffId = Named(member.StaffId, copy),
            Team = member.Team is { } team ? Named(team, copy) : null,
            LineManagerId = member.LineManagerId is { } manager ? Named(manager, copy) : null,
            CoveredById = member.CoveredById is { } cover ? Named(cover, copy) : null,
        };

    private static string Named(string name, int copy) => $"{name}-{copy}";
}
