using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>Says in plain English what a pack says in codes.</summary>
internal static class StandardsWords
{
    public static string Of(Limit limit) =>
        (limit.Unit, limit.Amount) switch
        {
            (LimitUnit.WorkingDays, 1) => "1 working day",
            (LimitUnit.WorkingDays, var days) => $"{days} working days",
            (_, 1) => "1 month",
            var (_, months) => $"{months} months",
        };

    public static string Every(Limit limit) =>
        limit.Amount == 1 ? Of(limit).Replace("1", "every", StringComparison.Ordinal) : $"every {Of(limit)}";

    public static string Of(OrderType order) =>
        order switch
        {
            OrderType.ReferralOrder => "referral order",
            OrderType.Yro => "YRO",
            OrderType.YroIss => "YRO with ISS",
            OrderType.ReparationOrder => "reparation order",
            OrderType.Dto => "DTO",
            OrderType.Section9091 => "section 90 or 91",
            OrderType.Remand => "remand",
            OrderType.BailSupervision => "bail supervision",
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };

    public static string Of(InterventionLevel level) => $"{Codes<InterventionLevel>.Of(level)} intervention";

    /// <summary>Null for no condition.</summary>
    public static string? Of(RuleCondition condition) =>
        condition switch
        {
            RuleCondition.None => null,
            RuleCondition.NotInCustody => "not in custody",
            RuleCondition.InCustody => "while in custody",
            RuleCondition.RoshHigh => "ROSH high or very high",
            RuleCondition.VulnerabilityHigh => "vulnerability high or very high",
            RuleCondition.RoshOrVulnerabilityHigh => "ROSH or vulnerability high or very high",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    public static string Of(ClockStart clock) =>
        clock switch
        {
            ClockStart.OrderMade => "order made",
            ClockStart.PanelInitial => "initial panel held",
            ClockStart.InterventionPlanOrRelease =>
                "intervention plan complete, or release from custody if later",
            ClockStart.RoshLevelSince => "ROSH level reached, or order made if later",
            ClockStart.VulnerabilityLevelSince => "vulnerability level reached, or order made if later",
            ClockStart.RiskHighSince => "the first of the two levels became high, or order made if later",
            ClockStart.LatestRmp => "latest risk management plan complete",
            ClockStart.LatestVmp => "latest vulnerability management plan complete",
            ClockStart.CustodyPlanning => "custody planning meeting held",
            _ => throw new ArgumentOutOfRangeException(nameof(clock)),
        };

    public static string Of(StaffRole role) => Codes<StaffRole>.Of(role).Replace('_', ' ');

    public static string Of(Certainty certainty) =>
        certainty switch
        {
            Certainty.Stated => "Read in the service's own paper.",
            Certainty.Statute => "Read in statute.",
            Certainty.Corroborated =>
                "Seen in a secondary source: evidence of the standard, not the standard itself.",
            Certainty.Unconfirmed => "Not confirmed by anything that could be read.",
            Certainty.Local => "A rule of the service itself.",
            _ => throw new ArgumentOutOfRangeException(nameof(certainty)),
        };
}
