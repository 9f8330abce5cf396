using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Calendar;

/// <summary>
/// Whether the day on which a clock starts counts as its first working day. No edition of National Standards that could
/// be read says; “within n days of” ordinarily leaves the day of the event out, which is the default.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayZero>))]
public enum DayZero
{
    /// <summary>The day of the event is not counted.</summary>
    [JsonStringEnumMemberName("excluded")]
    Excluded,

    /// <summary>The day of the event is counted if it is a working day. Months are not affected.</summary>
    [JsonStringEnumMemberName("counted")]
    Counted,
}
