using System.Collections.Frozen;
using System.Collections.Immutable;

namespace YosWorkflow.Core.Caseload;

/// <summary>Everyone who works for the service, and who stands where.</summary>
public sealed class Staff
{
    private readonly FrozenDictionary<string, StaffMember> byId;
    private readonly FrozenDictionary<StaffRole, StaffMember> byRole;
    private readonly FrozenDictionary<(StaffRole Role, string Team), StaffMember> byRoleInTeam;

    /// <summary>Makes a staff list. Where an id comes twice, the last one stands.</summary>
    public Staff(IEnumerable<StaffMember> members)
    {
        byId = members
            .GroupBy(member => member.StaffId, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        Members = [.. byId.Values.OrderBy(member => member.StaffId, StringComparer.Ordinal)];

        // Asked for with every case, so they are looked up and not looked for.
        var atWorkFirst = Members.OrderByDescending(member => member.Active).ToArray();
        byRole = atWorkFirst.DistinctBy(member => member.Role).ToFrozenDictionary(member => member.Role);
        byRoleInTeam = atWorkFirst
            .Where(member => member.Team is not null)
            .DistinctBy(member => (member.Role, member.Team))
            .ToFrozenDictionary(member => (member.Role, member.Team!));
    }

    /// <summary>No staff at all.</summary>
    public static Staff None { get; } = new([]);

    /// <summary>Everyone, ordered by staff id.</summary>
    public ImmutableArray<StaffMember> Members { get; }

    /// <summary>Those who look after the software and are at work.</summary>
    public IEnumerable<StaffMember> Administrators =>
        Members.Where(member => member is { Role: StaffRole.Administrator, Active: true });

    /// <summary>The head of service, one at work before one who is not; null if there is none.</summary>
    public StaffMember? HeadOfService => First(StaffRole.HeadOfService);

    /// <summary>The first who holds a role, one at work before one who is not; null if there is none.</summary>
    public StaffMember? First(StaffRole role) => byRole.GetValueOrDefault(role);

    /// <summary>The member with this id, or null.</summary>
    public StaffMember? Find(string? staffId) => staffId is null ? null : byId.GetValueOrDefault(staffId);

    /// <summary>Those with a Microsoft Entra object id. More than one is a mistake of the list: nobody can say who is meant.</summary>
    public IEnumerable<StaffMember> WithEntraId(string entraId) =>
        Members.Where(member => string.Equals(member.EntraId, entraId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A case's practice supervisor: its case manager's line manager where that is one, else the team's; null if there is
    /// none.
    /// </summary>
    public StaffMember? PracticeSupervisorOf(Case supervised) =>
        PracticeSupervisorOf(supervised.Team, supervised.CaseManagerId);

    /// <summary>The practice supervisor of any case of a team that somebody holds.</summary>
    public StaffMember? PracticeSupervisorOf(string team, string caseManagerId) =>
        ManagerOf(Find(caseManagerId), StaffRole.PracticeSupervisor)
        ?? Holding(StaffRole.PracticeSupervisor, team);

    /// <summary>
    /// A case's team manager: its practice supervisor's line manager where that is one, else the team's; null if there is
    /// none.
    /// </summary>
    public StaffMember? TeamManagerOf(Case supervised) =>
        TeamManagerOf(supervised.Team, supervised.CaseManagerId);

    /// <summary>The team manager of any case of a team that somebody holds.</summary>
    public StaffMember? TeamManagerOf(string team, string caseManagerId) =>
        ManagerOf(PracticeSupervisorOf(team, caseManagerId) ?? Find(caseManagerId), StaffRole.TeamManager)
        ?? Holding(StaffRole.TeamManager, team);

    /// <summary>
    /// Who receives what is meant for someone: they themselves while active, else who covers for them, else their line
    /// manager, and so on for those who are not active either; null if every way leads to nobody, or in a circle.
    /// </summary>
    public StaffMember? Receiving(StaffMember meant) =>
        meant.Active ? meant : StandIn(meant, new HashSet<string>(StringComparer.Ordinal));

    private StaffMember? StandIn(StaffMember? member, HashSet<string> seen) =>
        member is null || !seen.Add(member.StaffId) ? null
        : member.Active ? member
        : StandIn(Find(member.CoveredById), seen) ?? StandIn(Find(member.LineManagerId), seen);

    private StaffMember? ManagerOf(StaffMember? member, StaffRole role) =>
        Find(member?.LineManagerId) is { } manager && manager.Role == role ? manager : null;

    private StaffMember? Holding(StaffRole role, string team) => byRoleInTeam.GetValueOrDefault((role, team));
}
