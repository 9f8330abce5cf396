using System.Globalization;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// The cases of the demonstration, before anyone has worked on them: orders of the kinds and lengths that a service holds, and
/// as many children at high risk, in custody and in care.
/// </summary>
/// <param name="day">The first morning of the demonstration.</param>
/// <param name="chance">What decides.</param>
internal sealed class DemonstrationCases(DateOnly day, Chance chance)
{
    private const int OpenCases = 650;
    private const int ClosedCases = 360;
    private const int DaysAMonth = 30;

    private readonly StaffMember[] caseManagers =
    [
        .. DemonstrationStaff.All.Where(member => member.Role == StaffRole.CaseManager),
    ];

    /// <summary>Makes them all.</summary>
    public IEnumerable<Case> Make()
    {
        for (var number = 1; number <= OpenCases + ClosedCases; number++)
        {
            yield return Make(number, isOpen: number <= OpenCases);
        }
    }

    private Case Make(int number, bool isOpen)
    {
        // Who is away for long has handed most of their cases over.
        var manager = chance.OneOf(caseManagers);
        if (!manager.Active && chance.Happens(0.6))
        {
            manager = chance.OneOf(caseManagers);
        }

        var order = Order();
        var days = DaysOf(order);
        var made = WorkingDay(
            day.AddDays(-(isOpen ? chance.Between(1, days - 4) : days + chance.Between(10, 400)))
        );
        return Custody(
            new Case
            {
                CaseRef = "D" + number.ToString("00000", CultureInfo.InvariantCulture),
                Team = manager.Team!,
                CaseManagerId = manager.StaffId,
                OrderType = order,
                OrderMadeOn = made,
                OrderEndsOn = order is OrderType.Remand or OrderType.BailSupervision
                    ? null
                    : made.AddDays(days),
                ClosedOn = isOpen ? null : made.AddDays(days - chance.Between(0, days / 10)),
                InterventionLevel = Level(order),
                LookedAfter = chance.Weighed(
                    (80, LookedAfter.None),
                    (13, LookedAfter.Own),
                    (7, LookedAfter.Other)
                ),
                ChildInNeed = chance.Happens(0.13),
                ChildProtectionPlan = chance.Happens(0.05),
            },
            days
        ) with
        {
            RoshLevel = Risk(55, 32, 11, 2),
            VulnerabilityLevel = Risk(45, 40, 13, 2),
        };
    }

    private OrderType Order() =>
        chance.Weighed(
            (34, OrderType.ReferralOrder),
            (38, OrderType.Yro),
            (5, OrderType.YroIss),
            (6, OrderType.ReparationOrder),
            (6, OrderType.Dto),
            (2, OrderType.Section9091),
            (3, OrderType.Remand),
            (6, OrderType.BailSupervision)
        );

    private int DaysOf(OrderType order) =>
        DaysAMonth
        * order switch
        {
            OrderType.ReferralOrder => chance.Between(3, 12),
            OrderType.Yro => chance.Between(6, 24),
            OrderType.YroIss => chance.Between(6, 12),
            OrderType.ReparationOrder => 3,
            OrderType.Dto => chance.OneOf([4, 6, 8, 10, 12, 18, 24]),
            OrderType.Section9091 => chance.Between(24, 48),
            _ => chance.Between(1, 4),
        };

    private InterventionLevel Level(OrderType order) =>
        order is OrderType.YroIss
            ? InterventionLevel.Intensive
            : chance.Weighed(
                (30, InterventionLevel.Standard),
                (55, InterventionLevel.Enhanced),
                (15, InterventionLevel.Intensive)
            );

    private RiskLevel Risk(int low, int medium, int high, int veryHigh) =>
        chance.Weighed(
            (low, RiskLevel.Low),
            (medium, RiskLevel.Medium),
            (high, RiskLevel.High),
            (veryHigh, RiskLevel.VeryHigh)
        );

    // The first half of a custodial sentence is served inside.
    private Case Custody(Case sentenced, int days)
    {
        if (sentenced.OrderType is not (OrderType.Dto or OrderType.Section9091 or OrderType.Remand))
        {
            return sentenced;
        }

        var released = sentenced.OrderMadeOn.AddDays(days / 2);
        return sentenced with
        {
            CustodyFrom = sentenced.OrderMadeOn,
            CustodyReleasedOn = released < day ? released : null,
            SecureEstablishment = chance.OneOf([
                "Ashdale STC",
                "Greenholm YOI",
                "Highmoor YOI",
                "Larkfield SCH",
            ]),
        };
    }

    // Courts sit from Monday to Friday.
    private static DateOnly WorkingDay(DateOnly date) =>
        date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(-1),
            DayOfWeek.Sunday => date.AddDays(-2),
            _ => date,
        };
}
