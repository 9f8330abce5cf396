using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// How the staff of the demonstration have worked until its first morning: mostly in time, often on the last day, now and then
/// late; some are later than others. What is owed follows from the rules themselves, so that the record fits them.
/// </summary>
/// <param name="day">The first morning; nothing is recorded on it yet.</param>
/// <param name="chance">What decides.</param>
internal sealed class DemonstrationPractice(DateOnly day, Chance chance)
{
    private readonly WorkingDayCalendar calendar = WorkingDayCalendar.EnglandAndWales;
    private readonly ObligationReader reader = new(
        StandardsPacks.Load(StandardsPacks.Default),
        WorkingDayCalendar.EnglandAndWales,
        new Staff(DemonstrationStaff.All)
    );

    private readonly Dictionary<string, double> shareLate = DemonstrationStaff.All.ToDictionary(
        member => member.StaffId,
        _ => chance.Between(10, 28) / 100.0,
        StringComparer.Ordinal
    );

    /// <summary>A case with what was done on it.</summary>
    public Case WorkOn(Case supervised)
    {
        var looked = supervised.OpenThrough < day ? supervised.OpenThrough : day;
        var considered = new HashSet<(string RuleId, DateOnly ClockStarted)>();
        var owed = new List<Obligation>();
        bool isMore;
        do
        {
            owed.Clear();
            reader.Read(supervised, looked, owed);
            isMore = false;
            foreach (var one in owed.Where(one => one.IsOpen))
            {
                if (considered.Add((one.Rule.RuleId, one.ClockStarted)))
                {
                    isMore = true;
                    supervised = Record(supervised, one, looked);
                }
            }
        } while (isMore);

        return supervised;
    }

    private Case Record(Case supervised, in Obligation owed, DateOnly looked)
    {
        var done = WhenDone(owed);
        if (done >= day || done > looked)
        {
            return supervised;
        }

        var milestone = new CompletedMilestone(owed.Rule.MetBy, done, owed.OwedById);
        return supervised with
        {
            Milestones =
            [
                .. supervised
                    .Milestones.Append(milestone)
                    .OrderBy(one => one.CompletedOn)
                    .ThenBy(one => one.Kind),
            ],
        };
    }

    private DateOnly WhenDone(in Obligation owed)
    {
        if (chance.Happens(shareLate.GetValueOrDefault(owed.OwedById)))
        {
            var late = chance.Weighed(
                (60, chance.Between(1, 4)),
                (28, chance.Between(5, 15)),
                (12, chance.Between(16, 45))
            );
            return calendar.Add(owed.DueOn, late);
        }

        // Nobody is so quick that the first half of the time is not used.
        var spare = calendar.Count(owed.ClockStarted, owed.DueOn) / 2;
        var early = chance.Weighed(
            (25, 0),
            (35, chance.Between(0, Math.Min(4, spare))),
            (40, chance.Between(0, spare))
        );
        return Max(owed.ClockStarted, calendar.Add(owed.DueOn, -early));
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
