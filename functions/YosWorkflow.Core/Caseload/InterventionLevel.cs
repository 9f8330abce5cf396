using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>How intensive the intervention is (Scaled Approach).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterventionLevel>))]
public enum InterventionLevel
{
    /// <summary>Standard.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,

    /// <summary>Enhanced.</summary>
    [JsonStringEnumMemberName("enhanced")]
    Enhanced,

    /// <summary>Intensive.</summary>
    [JsonStringEnumMemberName("intensive")]
    Intensive,
}
