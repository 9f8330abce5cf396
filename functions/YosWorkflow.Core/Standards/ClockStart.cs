using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Standards;

/// <summary>What starts the clock of a rule's first occurrence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockStart>))]
public enum ClockStart
{
    /// <summary>The order is made.</summary>
    [JsonStringEnumMemberName("order_made")]
    OrderMade,

    /// <summary>The initial panel is held.</summary>
    [JsonStringEnumMemberName("panel_initial")]
    PanelInitial,

    /// <summary>The intervention plan is complete, or release from custody if that is later.</summary>
    [JsonStringEnumMemberName("intervention_plan_or_release")]
    InterventionPlanOrRelease,

    /// <summary>The later of the order being made and the risk of serious harm reaching its level.</summary>
    [JsonStringEnumMemberName("rosh_level_since")]
    RoshLevelSince,

    /// <summary>The later of the order being made and vulnerability reaching its level.</summary>
    [JsonStringEnumMemberName("vulnerability_level_since")]
    VulnerabilityLevelSince,

    /// <summary>The earlier of the dates since which a level has been high or above, or the order being made if later.</summary>
    [JsonStringEnumMemberName("risk_high_since")]
    RiskHighSince,

    /// <summary>The latest risk management plan is complete.</summary>
    [JsonStringEnumMemberName("latest_rmp")]
    LatestRmp,

    /// <summary>The latest vulnerability management plan is complete.</summary>
    [JsonStringEnumMemberName("latest_vmp")]
    LatestVmp,

    /// <summary>The custody planning meeting is held.</summary>
    [JsonStringEnumMemberName("custody_planning")]
    CustodyPlanning,
}
