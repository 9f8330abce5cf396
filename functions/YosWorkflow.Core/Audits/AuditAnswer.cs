using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits;

/// <summary>An auditor's answer to a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditAnswer>))]
public enum AuditAnswer
{
    /// <summary>Met.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>Met in part.</summary>
    [JsonStringEnumMemberName("partly")]
    Partly,

    /// <summary>Not met.</summary>
    [JsonStringEnumMemberName("not_met")]
    NotMet,

    /// <summary>The question does not apply to this case.</summary>
    [JsonStringEnumMemberName("not_applicable")]
    NotApplicable,
}
