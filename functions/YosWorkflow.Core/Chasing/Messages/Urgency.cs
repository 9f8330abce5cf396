namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How an item stands on the day of a message, most urgent first.</summary>
internal enum Urgency
{
    /// <summary>It was due before the day.</summary>
    Overdue,

    /// <summary>It is due on the day.</summary>
    DueToday,

    /// <summary>It is due after the day.</summary>
    ComingUp,
}
