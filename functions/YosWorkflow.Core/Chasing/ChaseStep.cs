using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Chasing;

/// <summary>A step of the ladder by which an obligation is chased, least serious first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChaseStep>))]
public enum ChaseStep
{
    /// <summary>Soon due.</summary>
    [JsonStringEnumMemberName("early")]
    Early,

    /// <summary>Due.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>Just overdue.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,

    /// <summary>Overdue for so long that managers are told.</summary>
    [JsonStringEnumMemberName("escalated")]
    Escalated,

    /// <summary>Overdue for so long that the head of service is told.</summary>
    [JsonStringEnumMemberName("head_of_service")]
    HeadOfService,
}
