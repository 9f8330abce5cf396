using Azure.Data.Tables;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Recovery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Recovery;

public sealed class EraseCaseTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_AfterAChase_NamesEveryKindOfRow()
    {
        using var world = await WithNoticeAsync();

        var kinds = (await world.Get<CaseTraces>().FindAsync("K1", Stop))
            .Select(trace => trace.Kind)
            .Distinct();

        Assert.Equal(
            [
                CaseTraceKind.Case,
                CaseTraceKind.Told,
                CaseTraceKind.Notice,
                CaseTraceKind.Digest,
                CaseTraceKind.ImportReport,
            ],
            kinds.Order()
        );
    }

    [Fact]
    public async Task Execute_Unconfirmed_WritesNothing()
    {
        using var world = await WithNoticeAsync();
        var before = await RecoveryWorld.RowsAsync(world.Storage);

        var report = await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: false, Stop);

        Assert.False(report.Erased);
        Assert.NotEmpty(report.Found);
        Assert.Equal(before, await RecoveryWorld.RowsAsync(world.Storage));
    }

    [Fact]
    public async Task Execute_Confirmed_LeavesNothingOfItAndEverythingElse()
    {
        using var world = await WithNoticeAsync();
        var others = await world.Get<CaseTraces>().FindAsync("K2", Stop);

        var report = await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        Assert.True(report.Erased);
        Assert.Empty(report.Left);
        Assert.Empty(await world.Get<CaseTraces>().FindAsync("K1", Stop));
        Assert.DoesNotContain(
            await RecoveryWorld.RowsAsync(world.Storage),
            row => row.Contains("\"K1\"", StringComparison.Ordinal)
        );
        Assert.Equal(
            others.Select(trace => trace.Kind).Order(),
            (await world.Get<CaseTraces>().FindAsync("K2", Stop)).Select(trace => trace.Kind).Order()
        );
        var problems = (await world.Get<ImportRunTable>().FindAsync("abc", Stop))!.Report.Problems;
        Assert.Equal(["(a case that was erased)", "K10"], problems.Select(problem => problem.Value));
    }

    [Fact]
    public async Task Execute_Confirmed_IsRecordedWithoutTheReference()
    {
        using var world = await WithNoticeAsync();

        await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);
        await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        var records = await world.RowsAsync(
            TableName.Runs,
            row => row.PartitionKey == "erasure" ? $"{row.GetInt32("Rows")}" : null
        );
        Assert.Matches("^erasure / [0-9a-f]{64} / [1-9]", Assert.Single(records));
    }

    [Fact]
    public async Task Execute_NoticeOfSeveralCases_KeepsTheOthersItems()
    {
        using var world = await WithNoticeAsync();

        await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        var notices = await world
            .Get<ChasingTable>()
            .ReadNoticesAsync(Small.North, Small.Day.AddDays(7), Stop);
        Assert.Equal(["K2"], Assert.Single(notices).Items.Select(item => item.CaseRef));
    }

    [Fact]
    public async Task Execute_NoticeThatIsInADigestAlready_OnlyGoes()
    {
        using var world = await WithNoticeAsync();
        var notice = (
            await world.Get<ChasingTable>().ReadNoticesAsync(Small.North, Small.Day.AddDays(7), Stop)
        ).Single();
        await world
            .Get<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = notice.Digest,
                        Items = notice.Items,
                        NoticeKeys = [notice.Fingerprint],
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        ChangedAt = DateTimeOffset.UnixEpoch,
                    },
                ],
                Stop
            );

        await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        Assert.Empty(
            await world.Get<ChasingTable>().ReadNoticesAsync(Small.North, Small.Day.AddDays(7), Stop)
        );
        var digest = await world.Get<DigestTable>().FindAsync(notice.Digest, Stop);
        Assert.Equal(["K2"], digest!.Items.Select(item => item.CaseRef));
        Assert.Equal(DigestState.Created, digest.State);
    }

    [Fact]
    public async Task Execute_DigestThatWasToTellNothingElse_IsCancelled()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var key = new DigestKey(Small.Day.AddDays(1), "CM1", Channel.Email);
        await world
            .Get<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = key,
                        Items = [Item("K1")],
                        CreatedAt = DateTimeOffset.UnixEpoch,
                    },
                ],
                Stop
            );

        await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        Assert.Equal(DigestState.Cancelled, (await world.Get<DigestTable>().FindAsync(key, Stop))!.State);
    }

    [Fact]
    public async Task Execute_DigestThatIsBeingSent_HasToWait()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var key = new DigestKey(Small.Day.AddDays(1), "CM1", Channel.Email);
        await world
            .Get<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = key,
                        Items = [Item("K1")],
                        State = DigestState.Sending,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                    },
                ],
                Stop
            );
        var before = await RecoveryWorld.RowsAsync(world.Storage);

        await Assert.ThrowsAsync<ErasureRefusedException>(() =>
            world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop)
        );

        Assert.Equal(before, await RecoveryWorld.RowsAsync(world.Storage));
    }

    [Fact]
    public async Task Execute_WhileAnImportIsUnderWay_HasToWait()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        await world.Storage.Table(TableName.Imports).AddEntityAsync(new TableEntity("an import", "0"), Stop);

        await Assert.ThrowsAsync<ErasureRefusedException>(() =>
            world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop)
        );
    }

    [Fact]
    public async Task Execute_PartInAClosedRound_IsErasedAndTheFrameOfItsDrawNamed()
    {
        using var world = await WithRoundAsync("closed");

        var report = await world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop);

        Assert.Equal(["Audits: golden-thread|2011-11, frame|hash|0000"], report.Left);
        var rows = await world.RowsAsync(TableName.Audits, row => row.RowKey);
        Assert.Equal(
            ["frame|hash|0000", "return|K10", "round"],
            rows.Select(row => row.Split(" / ")[1]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Execute_PartInAnOpenRound_HasToWait()
    {
        using var world = await WithRoundAsync("open");

        await Assert.ThrowsAsync<ErasureRefusedException>(() =>
            world.Get<EraseCase>().ExecuteAsync("K1", confirmed: true, Stop)
        );
    }

    [Theory]
    [InlineData("K1", true)]
    [InlineData("told|K1", true)]
    [InlineData("case K1, 4 October", true)]
    [InlineData("K10", false)]
    [InlineData("XK1", false)]
    [InlineData("K10 and K1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Names_AText_OnlyTheWholeReference(string? text, bool names) =>
        Assert.Equal(names, CaseTraces.Names(text, "K1"));

    // A chase that died after it decided leaves a notice of two cases behind.
    private async Task<ChaseWorld> WithNoticeAsync()
    {
        var world = await RecoveryWorld.ChasedAsync(azurite);
        var notice = ChasingTable.Notice(
            Small.North,
            new DigestKey(Small.Day.AddDays(1), "TM1", Channel.Email),
            [Item("K1"), Item("K2")]
        );
        Assert.True(await world.Get<ChasingTable>().TryRecordAsync(Small.North, [], [notice], Stop));
        return world;
    }

    private async Task<ChaseWorld> WithRoundAsync(string state)
    {
        var world = await RecoveryWorld.ChasedAsync(azurite);
        var round = new RoundId("golden-thread", new DateOnly(2011, 11, 1));
        var entity = AuditEntities.New(round, AuditRow.Round);
        entity["State"] = state;
        string[] own = ["case|K1", "return|K1", "comment|K1|0", "return|K10"];
        foreach (
            var row in own.Select(key => AuditEntities.New(round, key))
                .Append(entity)
                .Concat(
                    AuditEntities.WriteFrame(
                        round,
                        "hash",
                        [new FrameCase("K1", Small.North), new FrameCase("K10", Small.North)]
                    )
                )
        )
        {
            await world.Storage.Table(TableName.Audits).AddEntityAsync(row, Stop);
        }

        return world;
    }

    private static NoticeItem Item(string caseRef) =>
        new(caseRef, "initial-plan", Small.Day, Small.Day, ChaseStep.Overdue, 1, "CM1", HighRisk: false);
}
