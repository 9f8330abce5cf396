using System.Collections.Immutable;
using CsCheck;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class AuditChaserTests
{
    private const string Return = "audit-return:golden-thread:2011-11";

    [Fact]
    public void Decide_ReturnThatNeverComes_IsToldByTheLadderUntilTheRoundEnds()
    {
        var told = Month(_ => Some.Standing());

        Assert.Equal(
            [
                "11-01 CMA1 email audit-drawn early",
                "11-01 CMB1 email audit-return early",
                "11-01 CMB1 teams audit-return early",
                "11-01 PSA email audit-drawn early",
                "11-10 CMB1 email audit-return early",
                "11-15 CMB1 email audit-return due",
                "11-16 CMB1 email audit-return overdue",
                "11-16 CMB1 teams audit-return overdue",
                "11-18 CMB1 email audit-return escalated",
                "11-18 EPM1 email audit-return escalated",
                "11-18 EPM1 teams audit-return escalated",
                "11-23 CMB1 email audit-return escalated",
                "11-23 EPM1 email audit-return escalated",
                "11-23 EPM1 teams audit-return escalated",
                "11-23 HOS1 email audit-return head_of_service",
                "11-28 CMB1 email audit-return escalated",
                "11-28 EPM1 email audit-return escalated",
                "11-28 EPM1 teams audit-return escalated",
            ],
            told
        );
    }

    [Fact]
    public void Decide_ReturnThatCameIn_IsChasedNoMoreAndTheCaseManagerIsTold()
    {
        var told = Month(day =>
            Some.Standing(
                submitted: day < new DateOnly(2011, 11, 8) ? null : Some.Submitted(new(2011, 11, 8))
            )
        );

        Assert.Equal(["11-08 CMA1 email audit-comment early"], told[4..]);
    }

    [Fact]
    public void Decide_NobodyMayAudit_TheLeadIsToldOnce() =>
        Assert.Equal(
            ["11-01 EPM1 email audit-unallocated overdue"],
            Month(_ => Some.Standing(auditorId: null))
        );

    [Fact]
    public void Decide_AnotherAuditorOnTheSameDay_IsToldToo()
    {
        var chaser = Chaser(Some.Round());
        var first = chaser.Decide(Some.Standing(), [], Some.FirstOfNovember);
        var passedOn = Some.Standing() with
        {
            Case = Some.Standing().Case with
            {
                Audit = Some.Standing().Case.Audit.PassedOn("CMC1", null, Some.FirstOfNovember),
            },
        };

        var second = chaser.Decide(passedOn, first.Marks, Some.FirstOfNovember);

        Assert.Equal(["CMC1", "CMC1"], second.Notices.Select(notice => notice.PersonId));
        Assert.Empty(chaser.Decide(passedOn, second.Marks, Some.FirstOfNovember).Notices);
    }

    [Fact]
    public void Decide_ReopenedReturn_IsToldAgainWithAFollowUpDate()
    {
        var reopened = ReturnEdits.Reopen(
            Some.Submitted(new(2011, 11, 14)),
            new Reopening("EPM1", new(2011, 11, 17), "Say more."),
            DateTimeOffset.UnixEpoch
        );

        var chase = Chaser(Some.Round())
            .Decide(Some.Standing(submitted: reopened), [], new DateOnly(2011, 11, 17));

        var item = chase
            .Notices.Single(notice => notice is { PersonId: "CMB1", Channel: Channel.Email })
            .Item;
        Assert.Equal(
            (new DateOnly(2011, 11, 17), new DateOnly(2011, 11, 24), ChaseStep.Early),
            (item.ClockStarted, item.DueOn, item.Step)
        );
    }

    [Fact]
    public void Decide_AClosedRound_NamesWhatIsMissingToTheLeadAndTheHeadOfService()
    {
        var open = Some.Of(Some.Standing("K1"), Some.Standing("K2", auditorId: null));
        var closed = RoundClosing.Close(open, new DateOnly(2011, 12, 5));
        var chaser = Chaser(closed);

        Assert.Equal(new DateOnly(2011, 11, 30), closed.ClosedOn);
        Assert.Equal(
            [
                new MissingItem("K1", MissingKind.Return, "CMB1"),
                new MissingItem("K2", MissingKind.Auditor, null),
            ],
            closed.Missing
        );
        Assert.Equal(
            ["EPM1 audit-missing:golden-thread:2011-11", "HOS1 audit-missing:golden-thread:2011-11"],
            chaser
                .Decide(open.Cases[0], [], new DateOnly(2011, 12, 5))
                .Notices.Select(notice => $"{notice.PersonId} {notice.Item.RuleId}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Decide_AnOpenAction_IsChasedAfterTheRoundUntilItIsDone()
    {
        var action = new AuditAction(
            "a1",
            null,
            "Countersign.",
            "CMA1",
            new(2012, 1, 10),
            "CMB1",
            new(2011, 11, 8)
        );
        var item = Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))) with { Actions = [action] };
        var chaser = Chaser(Some.Round(state: RoundState.Closed) with { ClosedOn = new(2011, 11, 30) });

        var late = chaser.Decide(item, [], new DateOnly(2012, 1, 24));
        var done = item with { Actions = [action with { DoneOn = new(2012, 1, 23) }] };

        Assert.Equal(
            ["CMA1 escalated", "EPM1 escalated", "HOS1 head_of_service", "PSA escalated"],
            late.Notices.Select(notice => $"{notice.PersonId} {Codes<ChaseStep>.Of(notice.Item.Step)}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Empty(chaser.Decide(done, [], new DateOnly(2012, 1, 24)).Notices);
    }

    [Fact]
    public void NextDay_AfterTheBeginning_IsTheDayOnWhichSomethingIsTold()
    {
        var chaser = Chaser(Some.Round());
        var begun = chaser.Decide(Some.Standing(), [], Some.FirstOfNovember).Marks;
        var isIn = Some.Standing(submitted: Some.Submitted(new(2011, 11, 8))) with
        {
            Comments = [new AuditComment("CMA1", DateTimeOffset.UnixEpoch, 1, "x")],
        };

        Assert.Equal(
            new DateOnly(2011, 11, 10),
            chaser.NextDay(Some.Standing(), begun, Some.FirstOfNovember)
        );
        Assert.Null(chaser.NextDay(isIn, begun, new DateOnly(2011, 11, 8)));
    }

    [Fact]
    public void Decide_SkippedAndRepeatedDays_TellNobodyTheSameStepTwice() =>
        Gen.Select(Gen.Int[0, 25].Array[1, 30], Gen.Int[0, 25], Gen.Bool)
            .Sample(
                (days, submittedAfter, comesIn) =>
                {
                    var submittedOn = Some.FirstOfNovember.AddDays(submittedAfter);
                    var chaser = Chaser(Some.Round());
                    var told = new List<(string, Channel, string, ChaseStep, DateOnly)>();
                    ImmutableArray<ToldMark> marks = [];
                    foreach (var day in days.Order().Select(Some.FirstOfNovember.AddDays))
                    {
                        if (!Some.Calendar.IsWorkingDay(day))
                        {
                            continue;
                        }

                        var isIn = comesIn && day >= submittedOn;
                        var chase = chaser.Decide(
                            Some.Standing(submitted: isIn ? Some.Submitted(submittedOn) : null),
                            marks,
                            day
                        );
                        marks = chase.Marks;
                        foreach (var notice in chase.Notices)
                        {
                            Assert.False(isIn && notice.Item.RuleId == Return);
                            // Only escalation repeats, every third day, and what began may be reminded of once.
                            var repeats = notice.Item.Step is ChaseStep.Escalated or ChaseStep.Early;
                            told.Add(
                                (
                                    notice.PersonId,
                                    notice.Channel,
                                    notice.Item.RuleId,
                                    notice.Item.Step,
                                    repeats ? day : default
                                )
                            );
                        }
                    }

                    Assert.Equal(told.Count, told.Distinct().Count());
                }
            );

    private static AuditChaser Chaser(AuditRound round) =>
        new(AuditLadders.Default, Some.Calendar, Some.Staff, round);

    private static List<string> Month(Func<DateOnly, CaseStanding> standing)
    {
        var chaser = Chaser(Some.Round());
        var told = new List<string>();
        ImmutableArray<ToldMark> marks = [];
        for (var day = Some.FirstOfNovember; day <= new DateOnly(2011, 11, 30); day = day.AddDays(1))
        {
            if (Some.Calendar.IsWorkingDay(day))
            {
                var chase = chaser.Decide(standing(day), marks, day);
                marks = chase.Marks;
                told.AddRange(
                    chase
                        .Notices.Select(notice =>
                            $"{day:MM-dd} {notice.PersonId} {Codes<Channel>.Of(notice.Channel)} {notice.Item.RuleId.Split(':')[0]} {Codes<ChaseStep>.Of(notice.Item.Step)}"
                        )
                        .Order(StringComparer.Ordinal)
                );
            }
        }

        return told;
    }
}
