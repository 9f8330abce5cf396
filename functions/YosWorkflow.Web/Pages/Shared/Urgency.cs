namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How soon something has to be done, the most urgent first.</summary>
public enum Urgency
{
    /// <summary>Its due date has passed.</summary>
    Overdue,

    /// <summary>It is due on the day.</summary>
    DueToday,

    /// <summary>It is due within ten working days.</summary>
    Soon,

    /// <summary>It is due later than that.</summary>
    Later,
}
