using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Tests.Chasing;

/// <summary>Chases one case from day to day and remembers what was told, as the service does.</summary>
internal sealed class Chase(params string[] ruleIds)
{
    public static WorkingDayCalendar Calendar { get; } = WorkingDayCalendar.EnglandAndWales;

    private static readonly StandardsPack Pack = StandardsPacks.Load(StandardsPacks.Default);

    public ImmutableArray<ToldMark> Marks { get; private set; } = [];

    public List<Acknowledgement> Acknowledgements { get; } = [];

    /// <summary>The obligations of a case under the rules that are chased here; all rules if none was named.</summary>
    public List<Obligation> Owed(Case supervised, Staff staff, DateOnly day)
    {
        var pack = Pack with
        {
            Rules = [.. Pack.Rules.Where(rule => ruleIds.Length == 0 || ruleIds.Contains(rule.RuleId))],
        };
        var owed = new List<Obligation>();
        new ObligationReader(pack, Calendar, staff).Read(supervised, day, owed);
        return owed;
    }

    public ImmutableArray<Notice> Run(Case supervised, Staff staff, DateOnly day)
    {
        var chase = new Chaser(Ladder.Default, Calendar, staff).Decide(
            supervised,
            Owed(supervised, staff, day),
            Marks,
            Acknowledgements,
            day
        );
        Marks = chase.Marks;
        return chase.Notices;
    }

    /// <summary>What is told on a day, such as <c>CM1 email early</c>, in ordinal order.</summary>
    public string[] Told(Case supervised, Staff staff, DateOnly day) =>
        [
            .. Run(supervised, staff, day)
                .Select(notice =>
                    $"{notice.PersonId} {Codes<Channel>.Of(notice.Channel)} {Codes<ChaseStep>.Of(notice.Item.Step)}"
                )
                .Order(StringComparer.Ordinal),
        ];
}
