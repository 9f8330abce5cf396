using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>
/// Whom a first chase has to tell of what, written down a second time straight from the contract's table of the ladder, so that
/// the two can be held against each other.
/// </summary>
internal static class LadderOracle
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    /// <summary>What is to be told, as <see cref="ToldLines"/> writes it, to those who can be told.</summary>
    public static string[] LinesOf(Staff staff, IEnumerable<Case> cases, DateOnly day)
    {
        var reader = new ObligationReader(StandardsPacks.Load("kent-2011"), Calendar, staff);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var owed = new List<Obligation>();
            reader.Read(one, day, owed);
            foreach (var obligation in owed.Where(found => found.IsOpen))
            {
                lines.UnionWith(Of(staff, one, obligation, day));
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(Staff staff, Case one, Obligation owed, DateOnly day)
    {
        var late = day > owed.DueOn ? Calendar.Count(owed.DueOn, day) : -Calendar.Count(day, owed.DueOn);
        var high = one.IsHighRiskOn(day);
        var supervisor = staff.PracticeSupervisorOf(one) ?? staff.TeamManagerOf(one) ?? staff.HeadOfService;
        var manager = staff.TeamManagerOf(one) ?? staff.HeadOfService;
        var owner = owed.Rule.OwedBy == StaffRole.CaseManager ? staff.Find(one.CaseManagerId) : supervisor;

        var told = new List<(StaffMember? Meant, Channel Channel, ChaseStep Step)>();
        Add(
            owner,
            late switch
            {
                >= 5 => ChaseStep.Escalated,
                >= 1 => ChaseStep.Overdue,
                >= 0 => ChaseStep.Due,
                >= -5 => ChaseStep.Early,
                _ => null,
            },
            Channel.Email
        );
        Add(supervisor, late is >= 1 and < 5 ? ChaseStep.Overdue : null, Channel.Teams, Channel.Email);
        Add(supervisor, late >= 5 ? ChaseStep.Escalated : null, Channel.Teams);
        Add(manager, high && late is >= 1 and < 5 ? ChaseStep.Overdue : null, Channel.Teams, Channel.Email);
        Add(manager, late >= 5 ? ChaseStep.Escalated : null, Channel.Email);
        Add(staff.HeadOfService, late >= (high ? 3 : 10) ? ChaseStep.HeadOfService : null, Channel.Email);

        // One person in two parts is told once by each way, of the more serious step.
        return told.Select(one =>
                (Person: one.Meant is null ? null : staff.Receiving(one.Meant), one.Channel, one.Step)
            )
            .Where(one => one.Person is not null)
            .Select(one =>
                (
                    Person: one.Person!,
                    Way: one.Person!.EntraId is null ? Channel.Email : one.Channel,
                    one.Step
                )
            )
            .Where(one => one.Way == Channel.Teams || one.Person.Email.Length > 0)
            .GroupBy(one => (one.Person.StaffId, one.Way))
            .Select(group =>
                $"{group.Key.StaffId} {Core.Codes<Channel>.Of(group.Key.Way)} {owed.Case.CaseRef} {owed.Rule.RuleId} {Core.Codes<ChaseStep>.Of(group.Max(one => one.Step))} +{owed.WorkingDaysOverdue}"
            );

        void Add(StaffMember? meant, ChaseStep? step, params Channel[] channels)
        {
            if (step is { } reached)
            {
                told.AddRange(channels.Select(channel => (meant, channel, reached)));
            }
        }
    }
}
