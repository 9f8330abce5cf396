namespace YosWorkflow.Core.Learning;

/// <summary>How long something has been overdue, in working days. Five are a week, twenty about a month, sixty a quarter.</summary>
public enum AgeBand
{
    /// <summary>Up to 5.</summary>
    Week,

    /// <summary>6 to 10.</summary>
    Fortnight,

    /// <summary>11 to 20.</summary>
    Month,

    /// <summary>21 to 60.</summary>
    Quarter,

    /// <summary>More than 60.</summary>
    Longer,
}

/// <summary>The bands of ages.</summary>
public static class AgeBands
{
    /// <summary>The band of so many working days.</summary>
    public static AgeBand Of(int workingDaysOverdue) =>
        workingDaysOverdue switch
        {
            <= 5 => AgeBand.Week,
            <= 10 => AgeBand.Fortnight,
            <= 20 => AgeBand.Month,
            <= 60 => AgeBand.Quarter,
            _ => AgeBand.Longer,
        };

    /// <summary>The band in words, such as <c>6 to 10</c>.</summary>
    public static string Words(AgeBand band) =>
        band switch
        {
            AgeBand.Week => "1 to 5",
            AgeBand.Fortnight => "6 to 10",
            AgeBand.Month => "11 to 20",
            AgeBand.Quarter => "21 to 60",
            _ => "Over 60",
        };
}
