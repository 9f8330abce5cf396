using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class ReturnTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = new(2011, 11, 10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_InPartsThenSubmitted_IsKeptAndSeen()
    {
        using var world = await StartAsync();
        var caseRef = await FirstAsync(world);

        var part = AuditService.Done(await SaveAsync(world, caseRef, AuditService.Answers()[..3]));
        var view = AuditService.Done(
            await world.Get<ReadReturn>().ExecuteAsync(AuditService.Round, caseRef, false, Day, Stop)
        );
        var whole = AuditService.Done(
            await SaveAsync(world, caseRef, AuditService.Answers()[3..], part.Version, submit: true)
        );
        var round = await world.ReadAsync();

        Assert.Equal(("started", 1, new DateOnly(2011, 11, 15)), (view.State, view.Version, view.DueOn));
        Assert.Equal(AuditAnswer.Met, view.Sections[0].Questions[0].Answer);
        Assert.Contains("Was the need", view.Sections[0].Questions[2].Text, StringComparison.Ordinal);
        Assert.Contains("Risk of serious harm: low since 1 Sep 2011", view.Sections[0].Questions[2].Record);
        Assert.Equal((ReturnState.Submitted, 2, Day), (whole.State, whole.Version, whole.SubmittedOn));
        Assert.Equal((6, 1, 0), (round.Progress.Allocated, round.Progress.Submitted, round.Progress.Started));
        Assert.Equal(1m, round.Cases.Single(one => one.CaseRef == caseRef).ShareOfAll);
    }

    [Fact]
    public async Task Save_WhatCannotBeKept_IsRefusedAndNothingIsLost()
    {
        using var world = await StartAsync();
        var caseRef = await FirstAsync(world);
        var kept = AuditService.Done(await SaveAsync(world, caseRef, AuditService.Answers()[..3]));

        var notDrawn = await SaveAsync(world, "Z9", AuditService.Answers());
        var noKey = await SaveAsync(world, "a/b", AuditService.Answers());
        var stale = AuditService.Refused(
            await SaveAsync(world, caseRef, [new("supervision", AuditAnswer.Met, "")])
        );
        var another = await SaveAsync(world, caseRef, [], kept.Version, by: "CMA9");
        var incomplete = AuditService.Refused(
            await SaveAsync(world, caseRef, [], kept.Version, submit: true)
        );
        var noSecond = await world
            .Get<SaveReturn>()
            .ExecuteAsync(
                AuditService.HandedIn(caseRef, isSecond: true, submit: false, AuditService.Answers()),
                Day,
                Stop
            );

        Assert.Equal(AuditFault.NotFound, AuditService.Refused(notDrawn).Fault);
        Assert.Equal(AuditFault.NotFound, AuditService.Refused(noKey).Fault);
        Assert.Equal(AuditFault.NotFound, AuditService.Refused(noSecond).Fault);
        Assert.Equal((AuditFault.Conflict, 1, 3), (stale.Fault, stale.Now!.Version, stale.Changed.Length));
        Assert.Equal(AuditFault.NotAllowed, AuditService.Refused(another).Fault);
        Assert.Equal(AuditFault.Invalid, incomplete.Fault);
        Assert.Equal(AuditService.Answers().Length - 3, incomplete.Problems.Length);
        Assert.Equal(3, (await world.ReadAsync()).Cases.Single(one => one.CaseRef == caseRef).Answered);
    }

    [Fact]
    public async Task Submit_TwiceAndByTwoAtOnce_IsOneReturn()
    {
        using var world = await StartAsync();
        var caseRef = await FirstAsync(world);
        using var other = new ChaseWorld(world.Storage, ChaseWorld.ClockOn(Day), new PostBox());

        await Task.WhenAll(world.SubmitAsync(caseRef, Day), other.SubmitAsync(caseRef, Day));
        await world.SubmitAsync(caseRef, Day);
        var changed = AuditService.Refused(
            await SaveAsync(world, caseRef, AuditService.Answers("supervision"), 1, submit: true)
        );

        Assert.Equal(AuditFault.Conflict, changed.Fault);
        Assert.Equal(1, changed.Now!.Version);
    }

    [Fact]
    public async Task Submit_IntoAClosedRound_IsRefused()
    {
        using var world = await StartAsync();
        var caseRef = await FirstAsync(world);
        await CloseAsync(world);

        var late = AuditService.Refused(
            await SaveAsync(world, caseRef, AuditService.Answers(), submit: true)
        );

        Assert.Equal(AuditFault.Conflict, late.Fault);
        Assert.Contains("closed on 30 Nov 2011", late.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitAndClose_AtOnce_AgreeOnWhatIsMissing()
    {
        using var world = await StartAsync();
        var round = await world.ReadAsync();
        using var other = new ChaseWorld(world.Storage, ChaseWorld.ClockOn(Day), new PostBox());

        var submits = round.Cases.Select(one =>
            SaveAsync(world, one.CaseRef, AuditService.Answers(), submit: true)
        );
        await Task.WhenAll([.. submits, CloseAsync(other)]);

        var closed = await world.ReadAsync();
        Assert.Equal(
            closed.Cases.Where(one => one.State != "submitted").Select(one => one.CaseRef),
            closed.Missing.Select(missing => missing.CaseRef)
        );
    }

    [Fact]
    public async Task Close_BeforeItsLastWorkingDay_IsRefusedAndAfterwardsStays()
    {
        using var world = await StartAsync();
        var close = world.Get<CloseRound>();

        var early = AuditService.Refused(
            await close.ExecuteAsync(AuditService.Round, new(2011, 11, 29), Stop)
        );
        await CloseAsync(world);
        var again = AuditService.Done(await close.ExecuteAsync(AuditService.Round, new(2011, 12, 5), Stop));
        var unknown = await close.ExecuteAsync(new("health", AuditService.Day), Day, Stop);

        Assert.Contains("open until 30 Nov 2011", early.Reason, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2011, 11, 30), 6), (again.ClosedOn, again.Missing.Length));
        Assert.Equal(AuditFault.NotFound, AuditService.Refused(unknown).Fault);
    }

    [Fact]
    public async Task Reopen_ByTheLead_GivesItBackWithTheReason()
    {
        using var world = await StartAsync();
        var caseRef = await FirstAsync(world);
        var reopen = world.Get<ReopenReturn>();
        var tooEarly = await ReopenAsync("EPM1");
        await world.SubmitAsync(caseRef, Day);

        var byAnother = await ReopenAsync("CMA1");
        var reopened = AuditService.Done(await ReopenAsync("EPM1"));
        var again = AuditService.Done(await ReopenAsync("EPM1"));

        Assert.Equal(AuditFault.Conflict, AuditService.Refused(tooEarly).Fault);
        Assert.Equal(AuditFault.NotAllowed, AuditService.Refused(byAnother).Fault);
        Assert.Equal((ReturnState.Reopened, 2), (reopened.State, reopened.Version));
        Assert.Equal("Say more.", again.Reopenings.Single().Reason);

        Task<AuditOutcome<AuditReturn>> ReopenAsync(string by) =>
            reopen.ExecuteAsync(AuditService.Round, caseRef, by, "Say more.", Day, Stop);
    }

    [Fact]
    public async Task Comment_ByTheCaseManager_StaysWithTheReturn()
    {
        using var world = await StartAsync();
        var drawn = (await world.Get<AuditTable>().ReadAsync(AuditService.Round, Stop))!
            .Standing
            .Cases[0]
            .Case;
        var comments = world.Get<CommentOnReturn>();
        var tooEarly = await CommentAsync(drawn.CaseManagerId);
        await world.SubmitAsync(drawn.CaseRef, Day);

        var byAnother = await CommentAsync(drawn.Audit.ReaderId!);
        AuditService.Done(await CommentAsync(drawn.CaseManagerId));
        AuditService.Done(await CommentAsync(drawn.CaseManagerId));
        AuditService.Done(await CommentAsync(drawn.PracticeSupervisorId!));

        Assert.Equal(AuditFault.Conflict, AuditService.Refused(tooEarly).Fault);
        Assert.Equal(AuditFault.NotAllowed, AuditService.Refused(byAnother).Fault);
        var view = AuditService.Done(
            await world.Get<ReadReturn>().ExecuteAsync(AuditService.Round, drawn.CaseRef, false, Day, Stop)
        );
        Assert.Equal(
            [drawn.CaseManagerId, drawn.PracticeSupervisorId],
            view.Comments.Select(comment => comment.ById).Order(StringComparer.Ordinal)
        );

        Task<AuditOutcome<AuditComment>> CommentAsync(string by) =>
            comments.ExecuteAsync(AuditService.Round, drawn.CaseRef, by, "The plan was there.", Stop);
    }

    [Fact]
    public async Task Actions_AddedAndDone_AreKeptOnce()
    {
        using var world = await StartAsync();
        var drawn = (await world.Get<AuditTable>().ReadAsync(AuditService.Round, Stop))!
            .Standing
            .Cases[0]
            .Case;
        var actions = world.Get<AuditActions>();
        var asked = new AskedAction(
            drawn.Audit.ReaderId!,
            "supervision",
            "Record supervision.",
            drawn.CaseManagerId,
            new(2011, 12, 1)
        );
        var tooEarly = await AddAsync(asked);
        await world.SubmitAsync(drawn.CaseRef, Day);

        var added = AuditService.Done(await AddAsync(asked));
        var again = AuditService.Done(await AddAsync(asked));
        AuditRefusal[] refused =
        [
            AuditService.Refused(await AddAsync(asked with { DueOn = Day })),
            AuditService.Refused(await AddAsync(asked with { OwnerId = "NOBODY" })),
            AuditService.Refused(await AddAsync(asked with { QuestionId = "height" })),
            AuditService.Refused(await AddAsync(asked with { ById = drawn.CaseManagerId, Text = "x" })),
        ];
        var byAnother = await CompleteAsync(added.ActionId, "CMC3");
        var unknown = await CompleteAsync("none", drawn.CaseManagerId);
        var done = AuditService.Done(await CompleteAsync(added.ActionId, drawn.CaseManagerId));
        AuditService.Done(await CompleteAsync(added.ActionId, "EPM1"));

        Assert.Equal(AuditFault.Conflict, AuditService.Refused(tooEarly).Fault);
        Assert.Equal(added, again);
        Assert.All(refused, one => Assert.Equal(AuditFault.NotAllowed, one.Fault));
        Assert.Equal(AuditFault.NotAllowed, AuditService.Refused(byAnother).Fault);
        Assert.Equal(AuditFault.NotFound, AuditService.Refused(unknown).Fault);
        Assert.Equal((Day, drawn.CaseManagerId), (done.DoneOn, done.DoneById));
        var progress = (await world.ReadAsync()).Progress;
        Assert.Equal((0, 1), (progress.OpenActions, progress.ClosedActions));

        Task<AuditOutcome<AuditAction>> AddAsync(AskedAction action) =>
            actions.AddAsync(AuditService.Round, drawn.CaseRef, action, Day, Stop);

        Task<AuditOutcome<AuditAction>> CompleteAsync(string actionId, string by) =>
            actions.CompleteAsync(AuditService.Round, drawn.CaseRef, actionId, by, "Done.", Day, Stop);
    }

    [Fact]
    public async Task SecondCheck_AskedFor_IsReadApartAndAgreementIsReported()
    {
        using var world = await StartAsync();
        foreach (var drawn in (await world.ReadAsync()).Cases)
        {
            await world.SubmitAsync(drawn.CaseRef, Day, notMet: ["supervision", "countersigned"]);
        }

        await world.Get<PlaceReadings>().ExecuteAsync(AuditService.Round, AuditService.Staff, Day, Stop);
        var chosen = (await world.ReadAsync()).Cases.Single(one => one.SecondState is not null);
        var view = AuditService.Done(
            await world.Get<ReadReturn>().ExecuteAsync(AuditService.Round, chosen.CaseRef, true, Day, Stop)
        );
        await world.SubmitAsync(chosen.CaseRef, Day, isSecond: true, "supervision");
        var findings = await world.Get<ReadFindings>().ExecuteAsync(AuditService.Round, Day, Stop);

        Assert.NotEqual(chosen.AuditorId, chosen.SecondReaderId);
        Assert.Equal(chosen.SecondReaderId, view.ReaderId);
        Assert.All(view.Sections.SelectMany(one => one.Questions), one => Assert.Null(one.Answer));
        var questions = AuditService.Answers().Length;
        Assert.Equal(
            (1, questions, questions - 1),
            (findings!.Agreement.Returns, findings.Agreement.Questions, findings.Agreement.Same)
        );
        Assert.InRange(findings.Agreement.Kappa!.Value, 0.6, 0.7);
        Assert.Equal(6, findings.Findings.Returns);
        Assert.Equal(
            ["countersigned", "supervision"],
            findings.Findings.Improvements.Select(one => one.Of).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["A", "B", "C"], findings.Findings.Teams.Select(one => one.Of));
    }

    private static async Task CloseAsync(ChaseWorld world) =>
        AuditService.Done(
            await world.Get<CloseRound>().ExecuteAsync(AuditService.Round, new(2011, 11, 30), Stop)
        );

    private static async Task<string> FirstAsync(ChaseWorld world) =>
        (await world.ReadAsync()).Cases[0].CaseRef;

    private static Task<AuditOutcome<AuditReturn>> SaveAsync(
        ChaseWorld world,
        string caseRef,
        System.Collections.Immutable.ImmutableArray<AnsweredQuestion> answers,
        int? basedOn = null,
        bool submit = false,
        string by = ""
    ) =>
        world
            .Get<SaveReturn>()
            .ExecuteAsync(
                AuditService.HandedIn(caseRef, isSecond: false, submit, answers, basedOn, by),
                Day,
                Stop
            );

    private async Task<ChaseWorld> StartAsync()
    {
        var world = await ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases, Day);
        await world.SampleAsync();
        return world;
    }
}
