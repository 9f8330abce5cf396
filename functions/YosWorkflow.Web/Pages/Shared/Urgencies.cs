using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How urgent what is open is.</summary>
internal static class Urgencies
{
    /// <summary>The urgency of an open obligation.</summary>
    /// <param name="open">The obligation.</param>
    /// <param name="soonThrough">The last day that is soon.</param>
    public static Urgency Of(in Obligation open, DateOnly soonThrough) =>
        open.Status switch
        {
            ObligationStatus.Overdue => Urgency.Overdue,
            ObligationStatus.DueToday => Urgency.DueToday,
            _ => open.DueOn <= soonThrough ? Urgency.Soon : Urgency.Later,
        };
}
