namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How a message says one item. It never says how high the risk is, nor who else was told, which would give that away.</summary>
internal sealed class ItemWords(DigestLetter letter)
{
    /// <summary>A name by a staff id, as one line.</summary>
    public string NameOf(string staffId) => PlainWords.OneLine(letter.NameOf(staffId));

    /// <summary>How many of some items there are of each urgency.</summary>
    public Tally TallyOf(IEnumerable<NoticeItem> items) => Tally.Of(items, letter.Day);

    /// <summary>The item as its owner reads it: what to do.</summary>
    public DigestLine ToDo(NoticeItem item) => Line(item, letter.Words(item.RuleId).Action);

    /// <summary>The item as somebody else reads it: what is owed.</summary>
    public DigestLine Owed(NoticeItem item) => Line(item, letter.Words(item.RuleId).Title);

    /// <summary>The item in one clause, such as <c>Initial intervention plan – case K1, 3 working days late</c>.</summary>
    public string InAClause(NoticeItem item) => $"{Title(item)} – {InShort(item)}";

    /// <summary>The item in a shorter clause, such as <c>case K1, 3 working days late</c>.</summary>
    public string InShort(NoticeItem item) => $"case {CaseRef(item)}, {Lateness(item) ?? When(item)}";

    private static string CaseRef(NoticeItem item) => PlainWords.OneLine(item.CaseRef);

    private string Title(NoticeItem item) => PlainWords.OneLine(letter.Words(item.RuleId).Title);

    /// <summary>How an item stands on the day of the letter.</summary>
    public Urgency UrgencyOf(NoticeItem item) => Tally.UrgencyOf(item, letter.Day);

    private DigestLine Line(NoticeItem item, string what) =>
        new(
            PlainWords.OneLine(what),
            $"Case {CaseRef(item)}",
            When(item),
            Lateness(item) ?? LastMoment(item),
            UrgencyOf(item),
            DigestLink.To(letter, item)
        );

    private string When(NoticeItem item)
    {
        var date = PlainDate.WithWeekday(item.DueOn);
        return UrgencyOf(item) switch
        {
            Urgency.Overdue => $"was due {date}",
            Urgency.DueToday => $"due today, {date}",
            _ => $"due {date}",
        };
    }

    // A digest that had to wait for the next morning holds items that were not late when they were put into it.
    private string? Lateness(NoticeItem item) =>
        UrgencyOf(item) != Urgency.Overdue ? null
        : item.WorkingDaysOverdue > 0 ? $"{PlainWords.Count(item.WorkingDaysOverdue, "working day")} late"
        : "late";

    // The ladder counts what is due on a weekend as due on the last working day before it.
    private string? LastMoment(NoticeItem item) =>
        UrgencyOf(item) == Urgency.ComingUp && item.Step == ChaseStep.Due
            ? "today is the last working day before that"
            : null;
}
