namespace YosWorkflow.Core.Calendar;

/// <summary>In what a limit is counted.</summary>
public enum LimitUnit
{
    /// <summary>Working days, written <c>15wd</c>.</summary>
    WorkingDays,

    /// <summary>Calendar months, written <c>3m</c>.</summary>
    Months,
}
