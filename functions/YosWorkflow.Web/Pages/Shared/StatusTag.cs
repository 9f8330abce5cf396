using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How a tag says how an obligation stands.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Colour">Its colour, which says nothing that the text does not.</param>
internal readonly record struct StatusTag(string Text, string Colour)
{
    /// <summary>The tag of an item.</summary>
    public static StatusTag Of(OwedItem item) => new(TextOf(item), ColourOf(item));

    private static string ColourOf(OwedItem item) =>
        (item.Obligation.Status, item.Resting) switch
        {
            (ObligationStatus.Overdue, not null) => "grey",
            (ObligationStatus.Overdue, _) => "red",
            (ObligationStatus.DueToday, _) => "orange",
            (ObligationStatus.Missed, _) => "red",
            (ObligationStatus.Met, _) => "green",
            (ObligationStatus.MetLate, _) => "yellow",
            _ => "blue",
        };

    private static string TextOf(OwedItem item) =>
        item.Obligation switch
        {
            { Status: ObligationStatus.Overdue, WorkingDaysOverdue: > 0 } late => Wording.Count(
                late.WorkingDaysOverdue,
                "working day"
            ) + " late",
            var other => Wording.Of(other.Status),
        };
}
