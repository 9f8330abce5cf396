using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>A case as it stood on a day: nothing dated later is seen.</summary>
internal readonly struct CaseOnDay(Case supervised, DateOnly day)
{
    public Case Case => supervised;

    public DateOnly Day => day;

    /// <summary>The day of release from custody, if that has come.</summary>
    public DateOnly? ReleasedOn => supervised.CustodyReleasedOn <= day ? supervised.CustodyReleasedOn : null;

    private bool InCustody => supervised.CustodyFrom <= day && ReleasedOn is null;

    private bool RoshHigh => supervised.RoshLevel >= RiskLevel.High && RoshSince <= day;

    private bool VulnerabilityHigh =>
        supervised.VulnerabilityLevel >= RiskLevel.High && VulnerabilitySince <= day;

    private DateOnly RoshSince => supervised.RoshLevelSince ?? supervised.OrderMadeOn;

    private DateOnly VulnerabilitySince => supervised.VulnerabilityLevelSince ?? supervised.OrderMadeOn;

    public bool Holds(RuleCondition condition) =>
        condition switch
        {
            RuleCondition.None => true,
            RuleCondition.InCustody => InCustody,
            RuleCondition.NotInCustody => !InCustody,
            RuleCondition.RoshHigh => RoshHigh,
            RuleCondition.VulnerabilityHigh => VulnerabilityHigh,
            RuleCondition.RoshOrVulnerabilityHigh => RoshHigh || VulnerabilityHigh,
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    /// <summary>When the clock of a first occurrence started, or null if it has not.</summary>
    public DateOnly? StartOf(ClockStart clock) =>
        clock switch
        {
            ClockStart.OrderMade => supervised.OrderMadeOn,
            ClockStart.PanelInitial => First(MilestoneKind.PanelInitial),
            ClockStart.InterventionPlanOrRelease => First(MilestoneKind.InterventionPlan),
            ClockStart.CustodyPlanning => First(MilestoneKind.CustodyPlanning),
            ClockStart.RoshLevelSince => NotBeforeOrder(RoshSince),
            ClockStart.VulnerabilityLevelSince => NotBeforeOrder(VulnerabilitySince),
            ClockStart.RiskHighSince => NotBeforeOrder(HighSince()),
            ClockStart.LatestRmp => Latest(MilestoneKind.Rmp),
            ClockStart.LatestVmp => Latest(MilestoneKind.Vmp),
            _ => throw new ArgumentOutOfRangeException(nameof(clock)),
        };

    /// <summary>
    /// The earliest milestone of a kind on or after a day, among those from a position on, which then stands behind it: what
    /// met one occurrence does not meet the next.
    /// </summary>
    public DateOnly? Next(MilestoneKind kind, DateOnly onOrAfter, ref int from)
    {
        var milestones = supervised.Milestones;
        for (var index = from; index < milestones.Length && milestones[index].CompletedOn <= day; index++)
        {
            if (milestones[index].Kind == kind && milestones[index].CompletedOn >= onOrAfter)
            {
                from = index + 1;
                return milestones[index].CompletedOn;
            }
        }

        return null;
    }

    // Work on an earlier order does not start the clock of this one.
    private DateOnly? First(MilestoneKind kind)
    {
        var from = 0;
        return Next(kind, supervised.OrderMadeOn, ref from);
    }

    private DateOnly? Latest(MilestoneKind kind)
    {
        var milestones = supervised.Milestones;
        for (var index = milestones.Length - 1; index >= 0; index--)
        {
            if (milestones[index].Kind == kind && milestones[index].CompletedOn <= day)
            {
                return milestones[index].CompletedOn;
            }
        }

        return null;
    }

    private DateOnly HighSince() =>
        (RoshHigh, VulnerabilityHigh) switch
        {
            (true, true) => RoshSince < VulnerabilitySince ? RoshSince : VulnerabilitySince,
            (true, false) => RoshSince,
            _ => VulnerabilitySince,
        };

    private DateOnly NotBeforeOrder(DateOnly date) =>
        date > supervised.OrderMadeOn ? date : supervised.OrderMadeOn;
}
