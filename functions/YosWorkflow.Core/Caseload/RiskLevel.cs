using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>A level of risk of serious harm, or of vulnerability. Values compare: higher is more serious.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Low.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Medium.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>High.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Very high.</summary>
    [JsonStringEnumMemberName("very_high")]
    VeryHigh,
}
