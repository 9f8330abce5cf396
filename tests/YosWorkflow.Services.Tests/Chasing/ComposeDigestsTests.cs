using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

public sealed class ComposeDigestsTests(AzuriteFixture azurite)
{
    private static readonly DateOnly NextDay = Small.Day.AddDays(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_NoticesOfSeveralTeams_AreOneDigestAPersonAndWay()
    {
        using var world = await ChasedAsync();
        var notices = await NoticesAsync(world);

        var keys = await ComposeAsync(world, Small.Day);

        var digests = await DigestsAsync(world, Small.Day);
        Assert.Equal(keys.Order(ByText), digests.Select(digest => digest.Key).Order(ByText));
        Assert.Equal(keys.Distinct(), keys);
        var head = Assert.Single(digests, digest => digest.Key.PersonId == "HOS");
        Assert.Equal(2, head.NoticeKeys.Length);
        Assert.Equal(["K1", "K2", "K5"], head.Items.Select(item => item.CaseRef).Distinct().Order());
        Assert.All(
            digests,
            digest => Assert.Equal(digest.Items.Order(NoticeItem.MostSeriousFirst), digest.Items)
        );
        Assert.Equal(
            notices.SelectMany(notice => notice.Items.Select(item => (notice.Digest, item))).Order(ByItem),
            digests.SelectMany(digest => digest.Items.Select(item => (digest.Key, item))).Order(ByItem)
        );
        Assert.Empty(await NoticesAsync(world));
    }

    [Fact]
    public async Task Execute_Again_AddsNothingAndGivesWhatIsStillToBeSent()
    {
        using var world = await ChasedAsync();
        var first = await ComposeAsync(world, Small.Day);

        var second = await ComposeAsync(world, Small.Day);

        Assert.Equal(first.Order(ByText), second.Order(ByText));
    }

    [Fact]
    public async Task Execute_OneOfTwoLikeDigestsInsertedBefore_StillMakesTheOther()
    {
        // A supervisor is told the same by email and by Teams: two notices with the same items.
        using var world = await ChasedAsync();
        var notice = (await NoticesAsync(world)).First(one =>
            one.Digest is { PersonId: "PS1", Channel: Channel.Email }
        );
        await world
            .Get<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = notice.Digest,
                        Items = notice.Items,
                        NoticeKeys = [notice.Fingerprint],
                        State = DigestState.Created,
                    },
                ],
                Stop
            );

        await ComposeAsync(world, Small.Day);

        Assert.Equal(
            [Channel.Email, Channel.Teams],
            (await DigestsAsync(world, Small.Day))
                .Where(digest => digest.Key.PersonId == "PS1")
                .Select(digest => digest.Key.Channel)
                .Order()
        );
    }

    [Fact]
    public async Task Execute_SomebodyWhoseDigestIsMadeAlready_IsToldTheRestNextTime()
    {
        using var world = await ChasedAsync();
        await ComposeAsync(world, Small.Day);
        var late = Small.Order("K9", Small.South, "CM1", OrderType.Yro, "2011-08-01");
        await SeededCaseload.WriteAsync(world.Storage, Small.Staff, [late], Stop);
        await ChaseAsync(world, Small.Day);

        await ComposeAsync(world, Small.Day);
        var left = await NoticesAsync(world);
        await ComposeAsync(world, NextDay);

        Assert.Contains(left, notice => notice.Digest.PersonId == "CM1");
        Assert.DoesNotContain(
            (await DigestsAsync(world, Small.Day)).SelectMany(digest => digest.Items),
            item => item.CaseRef == "K9"
        );
        var told = Assert.Single(await DigestsAsync(world, NextDay), digest => digest.Key.PersonId == "CM1");
        Assert.All(told.Items, item => Assert.Equal("K9", item.CaseRef));
        Assert.Empty(await NoticesAsync(world));
    }

    [Fact]
    public async Task Execute_NoticesThatADeadRunLeft_AreToldAsTheyStandNow()
    {
        using var world = await ChasedAsync();
        var done = Small
            .Cases[0]
            .Done(MilestoneKind.AssetStart, "2011-10-05")
            .Done(MilestoneKind.InterventionPlan, "2011-10-05");
        await SeededCaseload.WriteAsync(world.Storage, Small.Staff, [done], Stop);

        await ComposeAsync(world, NextDay);

        Assert.Empty(await DigestsAsync(world, Small.Day));
        var digests = await DigestsAsync(world, NextDay);
        var items = digests.SelectMany(digest => digest.Items).ToArray();
        Assert.DoesNotContain(
            items,
            item => item.CaseRef == "K1" && item.RuleId is "asset-start" or "initial-plan"
        );
        // 1 August and 15 working days is the 22nd; from there to 5 October it is 31 working days with a bank holiday between.
        Assert.All(
            items.Where(item => item is { CaseRef: "K1", RuleId: "learning-styles" }),
            item => Assert.Equal(31, item.WorkingDaysOverdue)
        );
        Assert.Contains(items, item => item is { CaseRef: "K1", RuleId: "learning-styles" });
        Assert.Empty(await NoticesAsync(world));
    }

    [Fact]
    public async Task Execute_LeftNoticesOfACaseThatHasMovedOrIsAcknowledged_AreJudgedWhereItIsNow()
    {
        using var world = await ChasedAsync();
        await world
            .Get<AcknowledgeObligation>()
            .ExecuteAsync("K1", "asset-start", "PS1", "Ill", NextDay.AddDays(9), Small.Day, Stop);
        var cases = world.Storage.Table(TableName.Cases);
        await cases.DeleteEntityAsync(Small.South, "K5", cancellationToken: Stop);
        await SeededCaseload.WriteAsync(
            world.Storage,
            Small.Staff,
            [Small.Cases[4] with { Team = Small.North }],
            Stop
        );

        await ComposeAsync(world, NextDay);

        var items = (await DigestsAsync(world, NextDay)).SelectMany(digest => digest.Items).ToArray();
        Assert.DoesNotContain(items, item => item is { CaseRef: "K1", RuleId: "asset-start" });
        Assert.Contains(items, item => item is { CaseRef: "K1", RuleId: "initial-plan" });
        Assert.Contains(items, item => item.CaseRef == "K5");
    }

    [Fact]
    public async Task Execute_SomebodyWhoCannotBeTold_IsParkedWithTheReason()
    {
        var staff = new Staff(
            Small.Staff.Members.Select(member =>
                member.StaffId switch
                {
                    "CM3" => member with { Email = "" },
                    "CM1" => member with { Active = false },
                    "PS1" => member with { Active = false, LineManagerId = null },
                    _ => member,
                }
            )
        );
        using var world = await ChaseWorld.StartAsync(azurite, staff, Small.Cases);
        await ChaseAsync(world, Small.Day);

        var keys = await ComposeAsync(world, Small.Day);

        var parked = (await DigestsAsync(world, Small.Day))
            .Where(digest => digest.State == DigestState.Parked)
            .ToDictionary(digest => digest.Key);
        Assert.Equal(
            "No email address in the staff list.",
            parked[new DigestKey(Small.Day, "CM3", Channel.Email)].Reason
        );
        Assert.Contains(parked, one => one.Value.Reason == "Not at work, and nobody covers.");
        Assert.DoesNotContain(keys, parked.ContainsKey);
    }

    [Fact]
    public async Task Execute_MoreThanOneEntityHolds_TellsTheMostSeriousNowAndTheRestNextTime()
    {
        var cases = Enumerable
            .Range(0, 900)
            .Select(n => Small.Cases[0] with { CaseRef = $"N{n:D3}-{new string('x', 90)}" })
            .ToArray();
        using var world = await ChaseWorld.StartAsync(azurite, Small.Staff, cases);
        await ChaseAsync(world, Small.Day);
        var owed = (await NoticesAsync(world))
            .Where(notice => notice.Digest.PersonId == "HOS")
            .Sum(notice => notice.Items.Length);

        await ComposeAsync(world, Small.Day);
        var first = ToHead(await DigestsAsync(world, Small.Day));
        await ComposeAsync(world, NextDay);
        var second = ToHead(await DigestsAsync(world, NextDay));

        Assert.InRange(NoticeText.Write(first).Length, 300_000, 400_000);
        Assert.NotEmpty(second);
        Assert.Empty(first.Select(OccurrenceOf).Intersect(second.Select(OccurrenceOf)));
        Assert.True(first.Length + second.Length <= owed);
    }

    [Fact]
    public async Task Execute_ATeamWhoseNoticesCannotBeRead_DoesNotHoldUpTheOthers()
    {
        using var world = await ChasedAsync();
        var chasing = world.Storage.Table(TableName.Chasing);
        await chasing.AddEntityAsync(
            new Azure.Data.Tables.TableEntity(Small.North, "notice|2011-10-03|CM1|email|x")
            {
                [SchemaVersion.Property] = 99,
            },
            Stop
        );

        await ComposeAsync(world, Small.Day);

        var items = (await DigestsAsync(world, Small.Day)).SelectMany(digest => digest.Items).ToArray();
        Assert.Equal(["K4", "K5", "K6"], items.Select(item => item.CaseRef).Distinct().Order());
    }

    private static readonly Comparer<DigestKey> ByText = Comparer<DigestKey>.Create(
        (a, b) => string.CompareOrdinal(a.ToString(), b.ToString())
    );

    private static readonly Comparer<(DigestKey, NoticeItem)> ByItem = Comparer<(
        DigestKey,
        NoticeItem
    )>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));

    private static ImmutableArray<NoticeItem> ToHead(IReadOnlyList<StoredDigest> digests) =>
        Assert.Single(digests, digest => digest.Key.PersonId == "HOS").Items;

    private static (string, string) OccurrenceOf(NoticeItem item) => (item.CaseRef, item.RuleId);

    private async Task<ChaseWorld> ChasedAsync()
    {
        var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        await ChaseAsync(world, Small.Day);
        return world;
    }

    private static async Task ChaseAsync(ChaseWorld world, DateOnly day)
    {
        var staff = await world.Get<CaseloadTable>().ReadStaffAsync(Stop);
        foreach (var team in await world.Get<CaseloadTable>().ReadTeamsAsync(Stop))
        {
            await world.Get<ChaseTeam>().ExecuteAsync(team, staff, day, dryRun: false, Stop);
        }
    }

    private static async Task<IReadOnlyList<DigestKey>> ComposeAsync(ChaseWorld world, DateOnly day)
    {
        var staff = await world.Get<CaseloadTable>().ReadStaffAsync(Stop);
        return await world.Get<ComposeDigests>().ExecuteAsync(day, staff, Stop);
    }

    private static Task<IReadOnlyList<StoredDigest>> DigestsAsync(ChaseWorld world, DateOnly day) =>
        world.Get<DigestTable>().ReadDayAsync(day, Stop);

    private static async Task<List<StoredNotice>> NoticesAsync(ChaseWorld world)
    {
        var notices = new List<StoredNotice>();
        foreach (var team in new[] { Small.North, Small.South })
        {
            notices.AddRange(await world.Get<ChasingTable>().ReadNoticesAsync(team, NextDay, Stop));
        }

        return notices;
    }
}
