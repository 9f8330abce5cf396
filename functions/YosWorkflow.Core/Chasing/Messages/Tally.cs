namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How many items there are of each urgency.</summary>
internal readonly record struct Tally(int Overdue, int DueToday, int ComingUp)
{
    public static Urgency UrgencyOf(NoticeItem item, DateOnly day) =>
        item.DueOn < day ? Urgency.Overdue
        : item.DueOn == day ? Urgency.DueToday
        : Urgency.ComingUp;

    public static Tally Of(IEnumerable<NoticeItem> items, DateOnly day)
    {
        var tally = default(Tally);
        foreach (var item in items)
        {
            tally = UrgencyOf(item, day) switch
            {
                Urgency.Overdue => tally with { Overdue = tally.Overdue + 1 },
                Urgency.DueToday => tally with { DueToday = tally.DueToday + 1 },
                _ => tally with { ComingUp = tally.ComingUp + 1 },
            };
        }

        return tally;
    }

    /// <summary>Such as <c>3 overdue, 2 due today, 1 coming up</c>; what there is none of is not said.</summary>
    public override string ToString() => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (Overdue > 0)
        {
            yield return $"{PlainWords.Number(Overdue)} overdue";
        }

        if (DueToday > 0)
        {
            yield return $"{PlainWords.Number(DueToday)} due today";
        }

        if (ComingUp > 0)
        {
            yield return $"{PlainWords.Number(ComingUp)} coming up";
        }
    }
}
