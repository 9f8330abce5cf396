using System.Collections.Immutable;
using CsCheck;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Chasing;

/// <summary>A year of chases with days missed, people away, work arriving, risk rising, acknowledgements.</summary>
public sealed class ChaserYearTests
{
    private static readonly DateOnly First = Day("2011-01-04");

    private static readonly Gen<ImmutableArray<DateOnly>> Days = Gen.Frequency(
            (8, Gen.Const(1)),
            (2, Gen.Int[2, 4]),
            (1, Gen.Int[5, 30])
        )
        .Array[60, 160]
        .Select(gaps =>
            gaps.Aggregate(
                    ImmutableArray.Create(First),
                    (days, gap) => days.Add(Chase.Calendar.Add(days[^1], gap))
                )
                .Where(day => day.Year == 2011)
                .ToImmutableArray()
        );

    private static readonly Gen<DateOnly> SomeDay = Gen.Int[-40, 360].Select(First.AddDays);

    private static readonly Gen<Case> Cases =
        from order in Gen.Enum<OrderType>()
        from made in SomeDay
        from levels in Gen.Enum<RiskLevel>().Array[2]
        from since in SomeDay.Array[2]
        from done in Gen.Select(Gen.Enum<MilestoneKind>(), SomeDay).Array[0, 12]
        from ends in Gen.Int[60, 700]
        select Case(order, IsoDate.Format(made)) with
        {
            OrderEndsOn = made.AddDays(ends),
            RoshLevel = levels[0],
            RoshLevelSince = since[0],
            VulnerabilityLevel = levels[1],
            VulnerabilityLevelSince = since[1],
            Milestones =
            [
                .. done.Select(one => new CompletedMilestone(one.Item1, one.Item2, null))
                    .Distinct()
                    .OrderBy(one => one.CompletedOn)
                    .ThenBy(one => one.Kind),
            ],
        };

    // Who is away from when to when, and by whom they are covered then.
    private static readonly Gen<(int Who, DateOnly From, DateOnly To, int Cover)[]> Absences = Gen.Select(
            Gen.Int[0, 4],
            SomeDay,
            Gen.Int[1, 60],
            Gen.Int[0, 5]
        )
        .Select((who, from, days, cover) => (who, from, from.AddDays(days), cover))
        .Array[0, 12];

    private static readonly string[] Ids = ["CM1", "CM2", "PS1", "TM1", "HOS1"];

    [Fact]
    public void Decide_AYearWithGaps_TellsNobodyTheSameStepTwice() =>
        Gen.Select(Cases, Days, Absences, Gen.Bool)
            .Sample(
                (supervised, days, absences, supervisor) =>
                {
                    var told = new Dictionary<(string, string, DateOnly, ChaseStep, int), DateOnly>();
                    var chase = new Chase();
                    foreach (var day in days)
                    {
                        var notices = chase.Run(supervised, StaffOn(day, absences, supervisor), day);
                        foreach (var notice in notices)
                        {
                            var item = notice.Item;
                            var on = FirstDayOf(
                                told,
                                (
                                    notice.PersonId,
                                    item.RuleId,
                                    item.ClockStarted,
                                    item.Step,
                                    RepeatOn(item, day)
                                ),
                                day
                            );
                            Assert.Equal(day, on);
                        }

                        Assert.Equal(
                            notices.Length,
                            notices
                                .DistinctBy(one =>
                                    (one.PersonId, one.Channel, one.Item.RuleId, one.Item.ClockStarted)
                                )
                                .Count()
                        );
                    }
                },
                iter: 400
            );

    [Fact]
    public void Decide_AYearWithGaps_TellsOnlyOfWhatIsOpenAndDoesNotRest() =>
        Gen.Select(Cases, Days, Gen.Select(Gen.Int[0, 14], SomeDay, SomeDay).Array[0, 6])
            .Sample(
                (supervised, days, rests) =>
                {
                    var chase = new Chase();
                    var ruleIds = StandardsPacks
                        .Load(StandardsPacks.Default)
                        .Rules.Select(rule => rule.RuleId);
                    foreach (var day in days)
                    {
                        var open = chase.Owed(supervised, Everyone, day).Where(one => one.IsOpen).ToArray();
                        chase.Acknowledgements.AddRange(
                            from rest in rests
                            where rest.Item2 == day
                            from one in open
                            where one.Rule.RuleId == ruleIds.ElementAt(rest.Item1)
                            select new Acknowledgement(
                                "K1",
                                one.Rule.RuleId,
                                one.ClockStarted,
                                "PS1",
                                default,
                                "Reason",
                                rest.Item3
                            )
                        );

                        var notices = chase.Run(supervised, Everyone, day);

                        Assert.All(
                            notices,
                            notice =>
                            {
                                var one = open.Single(o =>
                                    (o.Rule.RuleId, o.ClockStarted)
                                    == (notice.Item.RuleId, notice.Item.ClockStarted)
                                );
                                Assert.DoesNotContain(chase.Acknowledgements, rest => rest.Rests(one, day));
                                Assert.Equal(one.WorkingDaysOverdue, notice.Item.WorkingDaysOverdue);
                            }
                        );
                        AssertEverybodyKnowsTheLatestStep(supervised, chase, open, day);
                    }
                },
                iter: 200
            );

    // Nothing is left out either: after a day's chase whoever has reached a step has been told it.
    private static void AssertEverybodyKnowsTheLatestStep(
        Case supervised,
        Chase chase,
        IEnumerable<Obligation> open,
        DateOnly day
    )
    {
        var chaser = new Chaser(Ladder.Default, Chase.Calendar, Everyone);
        foreach (var one in open.Where(o => !chase.Acknowledgements.Any(rest => rest.Rests(o, day))))
        {
            var reached = Ladder.Default.LatestFor(
                Audience.Owner,
                chaser.OffsetFrom(one.DueOn, day),
                supervised.IsHighRiskOn(day)
            );
            if (reached is var (step, repeat))
            {
                Assert.Contains(
                    chase.Marks,
                    mark =>
                        mark.Covers(
                            new ToldMark(one.Rule.RuleId, one.ClockStarted, Audience.Owner, step.Step, repeat)
                        )
                );
            }
        }
    }

    private static DateOnly FirstDayOf<T>(Dictionary<T, DateOnly> told, T what, DateOnly day)
        where T : notnull => told.TryAdd(what, day) ? day : told[what];

    private static int RepeatOn(NoticeItem item, DateOnly day) =>
        item.Step == ChaseStep.Escalated ? (Chase.Calendar.Count(item.DueOn, day) - 5) / 5 : 0;

    private static Staff StaffOn(
        DateOnly day,
        (int Who, DateOnly From, DateOnly To, int Cover)[] absences,
        bool supervisor
    ) =>
        new(
            StaffOf(Member("CM2", StaffRole.CaseManager, manager: "PS1"))
                .Members.Where(member => supervisor || member.StaffId != "PS1")
                .Select(member =>
                {
                    var away = absences.FirstOrDefault(one =>
                        Ids[one.Who] == member.StaffId && one.From <= day && day <= one.To
                    );
                    return away == default
                        ? member
                        : member with
                        {
                            Active = false,
                            CoveredById = Ids.ElementAtOrDefault(away.Cover),
                        };
                })
        );
}
