using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>What a member of staff does in the service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    /// <summary>Holds cases.</summary>
    [JsonStringEnumMemberName("case_manager")]
    CaseManager,

    /// <summary>Supervises case managers; countersigns.</summary>
    [JsonStringEnumMemberName("practice_supervisor")]
    PracticeSupervisor,

    /// <summary>Runs a team.</summary>
    [JsonStringEnumMemberName("team_manager")]
    TeamManager,

    /// <summary>The Effective Practice and Performance Manager; runs the audits.</summary>
    [JsonStringEnumMemberName("effective_practice_manager")]
    EffectivePracticeManager,

    /// <summary>Answers for the service.</summary>
    [JsonStringEnumMemberName("head_of_service")]
    HeadOfService,

    /// <summary>Looks after the software, its settings and deliveries.</summary>
    [JsonStringEnumMemberName("administrator")]
    Administrator,
}
