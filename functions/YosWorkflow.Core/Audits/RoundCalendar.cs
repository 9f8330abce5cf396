using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits;

/// <summary>When a programme's rounds are held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundCalendar>))]
public enum RoundCalendar
{
    /// <summary>Every month, on its first working day.</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>When someone asks for one.</summary>
    [JsonStringEnumMemberName("on_request")]
    OnRequest,
}
