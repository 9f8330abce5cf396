namespace YosWorkflow.Core.Caseload;

/// <summary>
/// Where somebody stands to cases: what is owed on them is for them to do or to see to, by their own role or for someone who is away.
/// It follows from a case's team and case manager alone, so that whoever knows those of a team knows whether to look into it.
/// </summary>
public sealed class Concern(StaffMember person, Staff staff)
{
    /// <summary>Whether somebody is they, or somebody for whom they stand in.</summary>
    public bool IsOrStandsInFor(StaffMember? other) =>
        other is not null
        && (other.StaffId == person.StaffId || staff.Receiving(other)?.StaffId == person.StaffId);

    /// <summary>Whether they supervise or manage a case, or answer for it as head of service.</summary>
    public bool Oversees(Case supervised) => Oversees(supervised.Team, supervised.CaseManagerId);

    /// <summary>Whether anything on the cases of a team that somebody holds can be theirs: they hold, supervise or manage them.</summary>
    public bool On(string team, string caseManagerId) =>
        caseManagerId == person.StaffId
        || IsOrStandsInFor(staff.Find(caseManagerId))
        || Oversees(team, caseManagerId);

    private bool Oversees(string team, string caseManagerId) =>
        IsOrStandsInFor(staff.PracticeSupervisorOf(team, caseManagerId))
        || IsOrStandsInFor(staff.TeamManagerOf(team, caseManagerId))
        || IsOrStandsInFor(staff.HeadOfService);
}
