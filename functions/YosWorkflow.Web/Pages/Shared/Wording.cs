using System.Globalization;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>How pages say in plain English what the code says in codes.</summary>
internal static class Wording
{
    /// <summary>A number and its noun, such as <c>1 case</c> or <c>1,064 cases</c>.</summary>
    public static string Count(int number, string one, string? several = null) =>
        $"{Number(number)} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>How often, such as <c>Once</c> or <c>4 times</c>.</summary>
    public static string Times(int number) =>
        number switch
        {
            0 => "Not yet",
            1 => "Once",
            2 => "Twice",
            _ => $"{Number(number)} times",
        };

    /// <summary>A whole number with commas.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number as machines write it.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What someone does in the service.</summary>
    public static string Of(StaffRole role) =>
        role switch
        {
            StaffRole.CaseManager => "Case manager",
            StaffRole.PracticeSupervisor => "Practice supervisor",
            StaffRole.TeamManager => "Team manager",
            StaffRole.EffectivePracticeManager => "Effective practice manager",
            StaffRole.HeadOfService => "Head of service",
            StaffRole.Administrator => "Administrator",
            _ => role.ToString(),
        };

    /// <summary>A kind of order.</summary>
    public static string Of(OrderType type) =>
        type switch
        {
            OrderType.ReferralOrder => "Referral order",
            OrderType.Yro => "Youth rehabilitation order",
            OrderType.YroIss => "Youth rehabilitation order with ISS",
            OrderType.ReparationOrder => "Reparation order",
            OrderType.Dto => "Detention and training order",
            OrderType.Section9091 => "Section 90 or 91",
            OrderType.Remand => "Remand",
            OrderType.BailSupervision => "Bail supervision",
            _ => type.ToString(),
        };

    /// <summary>How high a risk is.</summary>
    public static string Of(RiskLevel level) =>
        level switch
        {
            RiskLevel.Low => "Low",
            RiskLevel.Medium => "Medium",
            RiskLevel.High => "High",
            RiskLevel.VeryHigh => "Very high",
            _ => level.ToString(),
        };

    /// <summary>How an obligation stands.</summary>
    public static string Of(ObligationStatus status) =>
        status switch
        {
            ObligationStatus.Met => "Met",
            ObligationStatus.MetLate => "Met late",
            ObligationStatus.Upcoming => "Upcoming",
            ObligationStatus.DueToday => "Due today",
            ObligationStatus.Overdue => "Overdue",
            ObligationStatus.Missed => "Missed",
            _ => status.ToString(),
        };

    /// <summary>A step of the ladder.</summary>
    public static string Of(ChaseStep step) =>
        step switch
        {
            ChaseStep.Early => "Soon due",
            ChaseStep.Due => "Due",
            ChaseStep.Overdue => "Overdue",
            ChaseStep.Escalated => "Escalated",
            ChaseStep.HeadOfService => "Head of service",
            _ => step.ToString(),
        };

    /// <summary>Where a digest is on its way.</summary>
    public static string Of(DigestState state) =>
        state switch
        {
            DigestState.Created => "To be sent",
            DigestState.Sending => "Being sent",
            DigestState.Failed => "To be tried again",
            DigestState.Sent => "Sent",
            DigestState.Delivered => "Delivered",
            DigestState.Parked => "Parked",
            DigestState.Cancelled => "Not needed any more",
            _ => state.ToString(),
        };

    /// <summary>By which way a person is told.</summary>
    public static string Of(Channel channel) => channel == Channel.Email ? "Email" : "Teams";

    /// <summary>How sure a rule's limit is, as the end of “Its limit …”.</summary>
    public static string Of(Certainty certainty) =>
        certainty switch
        {
            Certainty.Stated => "is stated in the service’s own paper",
            Certainty.Statute => "is set by statute",
            Certainty.Corroborated => "was seen in a secondary source, not in the standard itself",
            Certainty.Unconfirmed => "is not confirmed by anything that could be read",
            Certainty.Local => "is a rule of the service itself",
            _ => certainty.ToString(),
        };

    /// <summary>What started a clock, as the end of “The clock started on …, when …”.</summary>
    public static string Of(ClockStart clock) =>
        clock switch
        {
            ClockStart.OrderMade => "the order was made",
            ClockStart.PanelInitial => "the last panel was held",
            ClockStart.InterventionPlanOrRelease =>
                "the plan was made, last reviewed, or the child was released",
            ClockStart.RoshLevelSince or ClockStart.VulnerabilityLevelSince =>
                "the present level was reached or the order was made",
            ClockStart.RiskHighSince =>
                "the last meeting was held, or the level was reached or the order made if there was none",
            ClockStart.LatestRmp => "the risk management plan was completed",
            ClockStart.LatestVmp => "the vulnerability management plan was completed",
            ClockStart.CustodyPlanning => "the last custody meeting was held",
            _ => clock.ToString(),
        };
}
