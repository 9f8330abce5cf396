using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Standards;

/// <summary>What must hold of a case, besides its kind of order, for a rule to apply.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleCondition>))]
public enum RuleCondition
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The child is not in custody.</summary>
    [JsonStringEnumMemberName("not_in_custody")]
    NotInCustody,

    /// <summary>The child is in custody.</summary>
    [JsonStringEnumMemberName("in_custody")]
    InCustody,

    /// <summary>Risk of serious harm is high or very high.</summary>
    [JsonStringEnumMemberName("rosh_high")]
    RoshHigh,

    /// <summary>Vulnerability is high or very high.</summary>
    [JsonStringEnumMemberName("vulnerability_high")]
    VulnerabilityHigh,

    /// <summary>Risk of serious harm or vulnerability is high or very high.</summary>
    [JsonStringEnumMemberName("rosh_or_vulnerability_high")]
    RoshOrVulnerabilityHigh,
}
