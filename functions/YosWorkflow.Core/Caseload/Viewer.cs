using System.Collections.Immutable;

namespace YosWorkflow.Core.Caseload;

/// <summary>
/// Someone who looks at the caseload: which cases are theirs to see, on which they may act, and what else is open to them. Who
/// stands in for somebody away sees and does on cases what that person would; looking after the software goes with the role alone.
/// </summary>
public sealed class Viewer
{
    private readonly Staff staff;
    private readonly StaffMember? person;
    private readonly ImmutableArray<StaffMember> parts;
    private readonly bool everything;

    private Viewer(Staff staff, StaffMember? person, bool everything)
    {
        this.staff = staff;
        this.person = person;
        this.everything = everything;
        parts = person is { Active: true } ? [person, .. StoodInFor(person, staff)] : [];
        SeesEveryCase = everything || parts.Any(AnswersForAll);
    }

    /// <summary>Sees and does everything: a program that the service itself trusts.</summary>
    public static Viewer OfEverything { get; } = new(Staff.None, null, everything: true);

    /// <summary>Sees and does nothing.</summary>
    public static Viewer OfNothing { get; } = new(Staff.None, null, everything: false);

    /// <summary>Whether nothing of the service is theirs at all.</summary>
    public bool IsOfNothing => !everything && parts.IsEmpty;

    /// <summary>Whether every case of the service is theirs to see and to act on.</summary>
    public bool SeesEveryCase { get; }

    /// <summary>Whether cases may be theirs at all. An administrator's are not: they look after the software.</summary>
    public bool MaySeeCases => everything || parts.Any(part => part.Role != StaffRole.Administrator);

    /// <summary>Whether they may bring in caseloads and start chases: administrators.</summary>
    public bool RunsTheSoftware => everything || person is { Active: true, Role: StaffRole.Administrator };

    /// <summary>Whether they may see what was told whom in the whole service, and what could not be delivered.</summary>
    public bool SeesDeliveries => RunsTheSoftware || SeesEveryCase;

    /// <summary>How a member of staff sees the service; one who is not active sees nothing of it.</summary>
    public static Viewer Of(StaffMember person, Staff staff) => new(staff, person, everything: false);

    /// <summary>
    /// Whether a case is theirs to see: they hold it, or it is of the team that they supervise or manage, or they are its practice
    /// supervisor or team manager although it is of another, or they answer for all; or they stand in for somebody to whom one of
    /// these applies.
    /// </summary>
    public bool Sees(Case supervised) => Sees(supervised.Team, supervised.CaseManagerId);

    /// <summary>Whether the cases of a team that somebody holds are theirs to see; see <see cref="Sees(Case)"/>.</summary>
    public bool Sees(string team, string caseManagerId) =>
        SeesEveryCase || parts.Any(part => Sees(part, team, caseManagerId));

    /// <summary>
    /// Whether they oversee a case, and so can say why something on it is late: its practice supervisor and its team manager, those
    /// who answer for all, and who stands in for one of them. A second supervisor of the team sees it and does not oversee it.
    /// </summary>
    public bool Oversees(Case supervised) =>
        SeesEveryCase || parts.Any(part => Oversees(part, supervised.Team, supervised.CaseManagerId));

    /// <summary>
    /// Whether they may open another's day: their own, of whom they stand in for, of those in the team that they supervise or
    /// manage, and of those whose line of managers leads to them. What they see there is still only what is theirs to see.
    /// </summary>
    public bool SeesDayOf(StaffMember other) =>
        SeesEveryCase || parts.Any(part => part.StaffId == other.StaffId || IsAbove(part, other));

    /// <summary>The teams that they supervise or manage, or stand in for somebody who does, in ordinal order.</summary>
    public IEnumerable<string> LedTeams =>
        parts
            .Where(part => part.Role is StaffRole.PracticeSupervisor or StaffRole.TeamManager)
            .Select(part => part.Team)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Whether every case of a team is theirs to see: they supervise or manage it, or answer for all.</summary>
    public bool SeesTeam(string team) => SeesEveryCase || LedTeams.Contains(team, StringComparer.Ordinal);

    /// <summary>Whether they may know of a team before anything of it is shown: every team, or their own.</summary>
    public bool KnowsTeam(string team) => SeesEveryCase || parts.Any(part => part.Team == team);

    private static IEnumerable<StaffMember> StoodInFor(StaffMember person, Staff staff) =>
        staff.Members.Where(other => !other.Active && staff.Receiving(other)?.StaffId == person.StaffId);

    private static bool AnswersForAll(StaffMember part) =>
        part.Role is StaffRole.EffectivePracticeManager or StaffRole.HeadOfService;

    private bool Sees(StaffMember part, string team, string caseManagerId) =>
        part.Role switch
        {
            StaffRole.Administrator => false,
            StaffRole.PracticeSupervisor or StaffRole.TeamManager => part.Team == team
                || caseManagerId == part.StaffId
                || Oversees(part, team, caseManagerId),
            _ => caseManagerId == part.StaffId,
        };

    private bool Oversees(StaffMember part, string team, string caseManagerId) =>
        part.Role switch
        {
            StaffRole.PracticeSupervisor => staff.PracticeSupervisorOf(team, caseManagerId)?.StaffId
                == part.StaffId,
            StaffRole.TeamManager => staff.TeamManagerOf(team, caseManagerId)?.StaffId == part.StaffId,
            _ => false,
        };

    private bool IsAbove(StaffMember part, StaffMember other) =>
        part.Role switch
        {
            StaffRole.PracticeSupervisor => other.Role == StaffRole.CaseManager
                && (IsOfSameTeam(part, other) || LineLeadsTo(part, other)),
            StaffRole.TeamManager => other.Role is StaffRole.CaseManager or StaffRole.PracticeSupervisor
                && (IsOfSameTeam(part, other) || LineLeadsTo(part, other)),
            _ => false,
        };

    private static bool IsOfSameTeam(StaffMember part, StaffMember other) =>
        part.Team is not null && part.Team == other.Team;

    private bool LineLeadsTo(StaffMember part, StaffMember other)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (
            var manager = staff.Find(other.LineManagerId);
            manager is not null && seen.Add(manager.StaffId);
            manager = staff.Find(manager.LineManagerId)
        )
        {
            if (manager.StaffId == part.StaffId)
            {
                return true;
            }
        }

        return false;
    }
}
