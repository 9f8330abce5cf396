using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>Where someone stands to what is owed: by their own role, or for someone who is away.</summary>
internal sealed class Places(StaffMember person, Staff staff)
{
    /// <summary>Whether they owe it, or stand in for who does.</summary>
    public bool Owes(OwedItem item) => IsOrStandsInFor(item.Owner);

    /// <summary>Whether another owes it on a case that they supervise or manage, or answer for as head of service.</summary>
    public bool Oversees(OwedItem item)
    {
        var owedOn = item.Obligation.Case;
        return !Owes(item)
            && (
                IsOrStandsInFor(staff.PracticeSupervisorOf(owedOn))
                || IsOrStandsInFor(staff.TeamManagerOf(owedOn))
                || IsOrStandsInFor(staff.HeadOfService)
            );
    }

    private bool IsOrStandsInFor(StaffMember? other) =>
        other is not null
        && (other.StaffId == person.StaffId || staff.Receiving(other)?.StaffId == person.StaffId);
}
