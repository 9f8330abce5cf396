using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Reporting;

/// <summary>The reports that the service gives of itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportKind>))]
public enum ReportKind
{
    /// <summary>What the audits found, and what was done about it.</summary>
    [JsonStringEnumMemberName("learning")]
    Learning,

    /// <summary>The children looked after, in need, or with a child protection plan.</summary>
    [JsonStringEnumMemberName("snapshot")]
    Snapshot,

    /// <summary>How much was done in time.</summary>
    [JsonStringEnumMemberName("compliance")]
    Compliance,
}
