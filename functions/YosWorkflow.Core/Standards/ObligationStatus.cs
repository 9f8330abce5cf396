using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Standards;

/// <summary>How an obligation stands as of a day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObligationStatus>))]
public enum ObligationStatus
{
    /// <summary>Met on or before its due date.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>Met after its due date.</summary>
    [JsonStringEnumMemberName("met_late")]
    MetLate,

    /// <summary>Open, and due after the day.</summary>
    [JsonStringEnumMemberName("upcoming")]
    Upcoming,

    /// <summary>Open, and due on the day.</summary>
    [JsonStringEnumMemberName("due_today")]
    DueToday,

    /// <summary>Open, and due before the day.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,

    /// <summary>Never met, and the case is closed or its order has ended.</summary>
    [JsonStringEnumMemberName("missed")]
    Missed,
}
