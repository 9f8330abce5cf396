using YosWorkflow.Services.Recovery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Recovery;

public sealed class ExportAndRestoreTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yos-export-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_IntoEmptyTables_GivesEverythingBackAndNobodyIsToldAgain()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var manifest = await ExportAsync(world.Storage);

        var restored = await azurite.NewStorageAsync(Stop);
        var report = await new RestoreTables(restored).ExecuteAsync(folder.FullName, addMissing: false, Stop);

        var rows = await RecoveryWorld.RowsAsync(world.Storage);
        Assert.Equal(rows, await RecoveryWorld.RowsAsync(restored));
        Assert.Equal(rows.Length, manifest.Tables.Sum(table => table.Rows));
        Assert.Equal(rows.Length, report.Tables.Sum(table => table.Added));

        var post = new PostBox();
        using var again = new ChaseWorld(restored, ChaseWorld.ClockOn(Small.Day), post);
        Assert.Empty((await again.ChaseAsync(Small.Day)).Told);
        Assert.Empty(post.Received);
    }

    [Fact]
    public async Task Export_BrokenOffAtAnyRequest_AndStartedAgain_IsWhole()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var rows = await RecoveryWorld.RowsAsync(world.Storage);

        for (var fatal = 1; ; fatal++)
        {
            var into = folder.CreateSubdirectory($"at{fatal}").FullName;
            var dying = new DyingStorage(fatal, sendsIt: true);
            var broken = azurite.Storage(PrefixOf(world.Storage), dying.Configure);
            var died = await Record.ExceptionAsync(() =>
                new ExportTables(broken, TimeProvider.System).ExecuteAsync(into, null, Stop)
            );
            if (died is null)
            {
                Assert.True(fatal > 2 * Enum.GetValues<TableName>().Length);
                return;
            }

            Assert.False(File.Exists(Path.Combine(into, ExportManifest.FileName)));
            await new ExportTables(world.Storage, TimeProvider.System).ExecuteAsync(into, null, Stop);
            Assert.Equal(rows, await FilesAsync(into));
        }
    }

    [Fact]
    public async Task Export_BrokenOffWithinALine_GoesOnBehindTheLastWholeOne()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        await ExportAsync(world.Storage);
        var file = Path.Combine(folder.FullName, "Cases.jsonl");
        var whole = await File.ReadAllTextAsync(file, Stop);

        File.Delete(Path.Combine(folder.FullName, ExportManifest.FileName));
        File.Delete(file);
        await File.WriteAllTextAsync(file + ".part", whole[..(whole.Length / 2)], Stop);
        await ExportAsync(world.Storage);

        Assert.Equal(whole, await File.ReadAllTextAsync(file, Stop));
    }

    [Fact]
    public async Task Export_SomethingIsWrittenBehindIt_HasThatToo()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var dying = new DyingStorage(fatal: 4, sendsIt: true);
        var broken = azurite.Storage(PrefixOf(world.Storage), dying.Configure);
        await Record.ExceptionAsync(() =>
            new ExportTables(broken, TimeProvider.System).ExecuteAsync(folder.FullName, null, Stop)
        );
        Assert.True(File.Exists(Path.Combine(folder.FullName, "People.jsonl")));

        // Into a partition before those that the first start has read.
        await SeededCaseload.WriteAsync(
            world.Storage,
            Small.Staff,
            [Small.Cases[0] with { CaseRef = "A0", Team = "A" }],
            Stop
        );
        await ExportAsync(world.Storage);

        Assert.Contains(
            await FilesAsync(folder.FullName),
            row => row.Contains("\"A0\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Export_OfAWholeOne_LeavesItAsItIs()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        var first = await ExportAsync(world.Storage);

        var second = await ExportAsync(await azurite.NewStorageAsync(Stop));

        Assert.Equal(first.StartedAt, second.StartedAt);
        Assert.Equal(first.Tables, second.Tables);
    }

    [Fact]
    public async Task Restore_BrokenOffAtAnyRequest_AndStartedAgain_IsWhole()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        await ExportAsync(world.Storage);
        var rows = await RecoveryWorld.RowsAsync(world.Storage);

        for (var fatal = 1; ; fatal++)
        {
            var prefix = azurite.NewPrefix();
            var dying = new DyingStorage(fatal, sendsIt: fatal % 2 == 0);
            var died = await Record.ExceptionAsync(() =>
                new RestoreTables(azurite.Storage(prefix, dying.Configure)).ExecuteAsync(
                    folder.FullName,
                    addMissing: false,
                    Stop
                )
            );
            if (died is null)
            {
                return;
            }

            await new RestoreTables(azurite.Storage(prefix)).ExecuteAsync(
                folder.FullName,
                addMissing: false,
                Stop
            );
            Assert.Equal(rows, await RecoveryWorld.RowsAsync(azurite.Storage(prefix)));
        }
    }

    [Theory]
    [InlineData("Digests.jsonl")]
    [InlineData(ExportManifest.FileName)]
    public async Task Restore_AFileThatIsNotAsItWas_IsRefusedAndNothingIsWritten(string file)
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        await ExportAsync(world.Storage);
        var text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, file), Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text[..^20], Stop);

        var restored = await azurite.NewStorageAsync(Stop);
        var refusal = await Assert.ThrowsAsync<UnusableExportException>(() =>
            new RestoreTables(restored).ExecuteAsync(folder.FullName, addMissing: false, Stop)
        );

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await RecoveryWorld.RowsAsync(restored));
    }

    [Fact]
    public async Task Restore_OfAnUnfinishedExport_IsRefused()
    {
        var restored = await azurite.NewStorageAsync(Stop);

        await Assert.ThrowsAsync<UnusableExportException>(() =>
            new RestoreTables(restored).ExecuteAsync(folder.FullName, addMissing: false, Stop)
        );
    }

    [Fact]
    public async Task Restore_IntoTablesThatHoldSomethingElse_IsRefusedUnlessOnlyToAdd()
    {
        using var world = await RecoveryWorld.ChasedAsync(azurite);
        await ExportAsync(world.Storage);
        var restored = await azurite.NewStorageAsync(Stop);
        var other = Small.Cases[0] with { CaseManagerId = "CM9" };
        await SeededCaseload.WriteAsync(restored, Small.Staff, [other], Stop);
        var before = await RecoveryWorld.RowsAsync(restored);

        await Assert.ThrowsAsync<TablesInUseException>(() =>
            new RestoreTables(restored).ExecuteAsync(folder.FullName, addMissing: false, Stop)
        );
        Assert.Equal(before, await RecoveryWorld.RowsAsync(restored));

        var report = await new RestoreTables(restored).ExecuteAsync(folder.FullName, addMissing: true, Stop);

        var cases = report.Tables.Single(table => table.Name == TableName.Cases);
        Assert.Equal((Small.Cases.Count - 1, 0, 1), (cases.Added, cases.Same, cases.Different));
        Assert.Equal(
            "CM9",
            (await new CaseloadTable(restored).FindCaseAsync(other.CaseRef, Stop))!.CaseManagerId
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<ExportManifest> ExportAsync(TableStorage storage) =>
        new ExportTables(storage, TimeProvider.System).ExecuteAsync(folder.FullName, null, Stop);

    private static string PrefixOf(TableStorage storage) =>
        storage.Table(TableName.People).Name[..^"People".Length];

    private static async Task<string[]> FilesAsync(string folder)
    {
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<TableName>())
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(folder, $"{table}.jsonl"), Stop);
            rows.AddRange(lines.Select(line => $"{table} {line}"));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
