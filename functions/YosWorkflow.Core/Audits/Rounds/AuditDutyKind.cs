using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>What somebody is told of in an audit. Its code begins the rule id by which digests know it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditDutyKind>))]
public enum AuditDutyKind
{
    /// <summary>The auditor is to hand in the return.</summary>
    [JsonStringEnumMemberName("audit-return")]
    Return,

    /// <summary>The case was drawn: its case manager and practice supervisor are told.</summary>
    [JsonStringEnumMemberName("audit-drawn")]
    Drawn,

    /// <summary>The lead gave the audit to somebody else: whom it was taken from is told.</summary>
    [JsonStringEnumMemberName("audit-passed-on")]
    PassedOn,

    /// <summary>Nobody may audit the case, or check it: the lead is told.</summary>
    [JsonStringEnumMemberName("audit-unallocated")]
    Unallocated,

    /// <summary>The audit is in: the case manager can read it and comment.</summary>
    [JsonStringEnumMemberName("audit-comment")]
    Comment,

    /// <summary>A second reader is to check the audit.</summary>
    [JsonStringEnumMemberName("audit-second-check")]
    SecondCheck,

    /// <summary>Something is to be done because of the audit.</summary>
    [JsonStringEnumMemberName("audit-action")]
    Action,

    /// <summary>The round has ended without it: the lead and the head of service are told.</summary>
    [JsonStringEnumMemberName("audit-missing")]
    Missing,
}
