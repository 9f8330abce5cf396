namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How many items there are of each urgency.</summary>
/// <param name="Overdue">Overdue.</param>
/// <param name="DueToday">Due on the day.</param>
/// <param name="Soon">Due within ten working days.</param>
public readonly record struct Tally(int Overdue, int DueToday, int Soon)
{
    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => this == default;
}
