using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>Where someone stands to what is owed: by their own role, or for someone who is away.</summary>
internal sealed class Places(StaffMember person, Staff staff)
{
    private readonly Concern concern = new(person, staff);

    /// <summary>Whether they owe it, or stand in for who does.</summary>
    public bool Owes(OwedItem item) => concern.IsOrStandsInFor(item.Owner);

    /// <summary>Whether another owes it on a case that they supervise or manage, or answer for as head of service.</summary>
    public bool Oversees(OwedItem item) => !Owes(item) && concern.Oversees(item.Obligation.Case);
}
