using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>A piece of work whose completion is recorded on a case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MilestoneKind>))]
public enum MilestoneKind
{
    /// <summary>The Asset at the start.</summary>
    [JsonStringEnumMemberName("asset_start")]
    AssetStart,

    /// <summary>The child's own questionnaire, “What do you think?”.</summary>
    [JsonStringEnumMemberName("what_do_you_think")]
    WhatDoYouThink,

    /// <summary>The Learning Styles questionnaire.</summary>
    [JsonStringEnumMemberName("learning_styles")]
    LearningStyles,

    /// <summary>The initial intervention plan.</summary>
    [JsonStringEnumMemberName("intervention_plan")]
    InterventionPlan,

    /// <summary>A review of the Asset and the plan.</summary>
    [JsonStringEnumMemberName("review")]
    Review,

    /// <summary>The initial youth offender panel.</summary>
    [JsonStringEnumMemberName("panel_initial")]
    PanelInitial,

    /// <summary>A progress panel.</summary>
    [JsonStringEnumMemberName("panel_progress")]
    PanelProgress,

    /// <summary>A full assessment of the risk of serious harm.</summary>
    [JsonStringEnumMemberName("rosh_full")]
    RoshFull,

    /// <summary>A risk management plan.</summary>
    [JsonStringEnumMemberName("rmp")]
    Rmp,

    /// <summary>A risk management plan countersigned.</summary>
    [JsonStringEnumMemberName("rmp_countersigned")]
    RmpCountersigned,

    /// <summary>A vulnerability management plan.</summary>
    [JsonStringEnumMemberName("vmp")]
    Vmp,

    /// <summary>A vulnerability management plan countersigned.</summary>
    [JsonStringEnumMemberName("vmp_countersigned")]
    VmpCountersigned,

    /// <summary>A risk and vulnerability management meeting.</summary>
    [JsonStringEnumMemberName("risk_meeting")]
    RiskMeeting,

    /// <summary>A remand planning meeting.</summary>
    [JsonStringEnumMemberName("remand_planning")]
    RemandPlanning,

    /// <summary>The initial custody planning meeting.</summary>
    [JsonStringEnumMemberName("custody_planning")]
    CustodyPlanning,

    /// <summary>A custody review meeting.</summary>
    [JsonStringEnumMemberName("custody_review")]
    CustodyReview,

    /// <summary>The Asset at the end.</summary>
    [JsonStringEnumMemberName("end_asset")]
    EndAsset,

    /// <summary>A referral made to Specialist Children's Services.</summary>
    [JsonStringEnumMemberName("scs_referral")]
    ScsReferral,
}
