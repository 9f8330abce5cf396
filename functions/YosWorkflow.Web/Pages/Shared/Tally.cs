namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How many items there are of each urgency.</summary>
/// <param name="Overdue">Overdue.</param>
/// <param name="DueToday">Due on the day.</param>
/// <param name="Soon">Due within ten working days.</param>
public readonly record struct Tally(int Overdue, int DueToday, int Soon)
{
    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => this == default;

    /// <summary>The same with one more.</summary>
    public Tally With(Urgency urgency) =>
        urgency switch
        {
            Urgency.Overdue => this with { Overdue = Overdue + 1 },
            Urgency.DueToday => this with { DueToday = DueToday + 1 },
            Urgency.Soon => this with { Soon = Soon + 1 },
            _ => this,
        };

    /// <summary>Two together.</summary>
    public Tally Plus(Tally other) =>
        new(Overdue + other.Overdue, DueToday + other.DueToday, Soon + other.Soon);
}
