using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Chasing;

/// <summary>For whom a step of the ladder is, by the part they play in a case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>Who owes the obligation.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,

    /// <summary>The case's practice supervisor.</summary>
    [JsonStringEnumMemberName("practice_supervisor")]
    PracticeSupervisor,

    /// <summary>The case's team manager.</summary>
    [JsonStringEnumMemberName("team_manager")]
    TeamManager,

    /// <summary>The head of service.</summary>
    [JsonStringEnumMemberName("head_of_service")]
    HeadOfService,

    /// <summary>Who leads the audits.</summary>
    [JsonStringEnumMemberName("audit_lead")]
    AuditLead,
}
