using Azure;
using Azure.Data.Tables;
using YosWorkflow.Local.Azurite;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Tests.Chasing;

/// <summary>
/// A chase that is killed, as by the system's out-of-memory killer, and started again. The moment is chosen by what has become
/// visible, so that a slow machine is killed at the same places.
/// </summary>
[Collection(nameof(ChasedOnce))]
public sealed class KilledChaseTests(ChasedOnce once)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TableName.Runs, 1)]
    [InlineData(TableName.Chasing, 1)]
    [InlineData(TableName.Digests, 1)]
    [InlineData(null, 1)]
    [InlineData(null, 2)]
    [InlineData(null, 4)]
    [InlineData(null, 6)]
    [InlineData(null, 8)]
    [InlineData(null, 10)]
    [InlineData(null, 11)]
    public async Task Chase_KilledAndStartedAgain_TellsEveryNoticeOnce(TableName? table, int count)
    {
        using var directory = new WorkDirectory();
        directory.TakeOver(once.Before);
        await using var storage = await LocalAzurite.TakeAsync(
            directory.Local,
            [AppContext.BaseDirectory],
            Stop
        );
        using (var killed = Verb.Start(directory, ChasedOnce.Chase))
        {
            while (!killed.HasExited && await CountAsync(table, storage, directory) < count) { }

            var ended = await killed.KillAsync();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"exit code {ended.ExitCode}, {ChaseOutcome.Captured(directory).Count} captured"
            );
        }

        (await Verb.RunHereAsync(directory, ChasedOnce.Chase)).AssertDone();
        var atOnce = ChaseOutcome.Captured(directory);

        // An email whose sender died is left alone for a while, since nobody knows whether it went out.
        var later = new LaterClock(BackOff.Grace + TimeSpan.FromMinutes(1));
        (await Verb.RunHereAsync(directory, ChasedOnce.Chase, clock: later)).AssertDone();
        var inTheEnd = ChaseOutcome.Captured(directory);
        var told = await ToldAsync(storage);

        Assert.InRange(atOnce.Count, once.Digests.Count - 1, once.Digests.Count);
        Assert.Equal(once.Digests, inTheEnd.Select(digest => digest.Key).Order(StringComparer.Ordinal));
        Assert.Equal(once.Told, told);
        var repeated = inTheEnd
            .Where(digest => digest.Count() > 1 && ChaseOutcome.IsEmail(digest.First()))
            .ToArray();
        Assert.InRange(repeated.Length, 0, 1);
        Assert.All(repeated, digest => Assert.Equal([false, true], digest.Select(ChaseOutcome.IsMarked)));
        var after = await Verb.RunHereAsync(directory, ChasedOnce.Chase);
        Assert.Empty(ChaseOutcome.Told(after.Json));
    }

    private static async Task<int> CountAsync(TableName? table, AzuriteLease storage, WorkDirectory directory)
    {
        await Task.Delay(1, Stop);
        if (table is not { } name)
        {
            return ChaseOutcome.Captured(directory).Sum(digest => digest.Count());
        }

        var rows = TableStorage.FromConnectionString(storage.Azurite.ConnectionString).Table(name);
        try
        {
            var count = 0;
            await foreach (var row in rows.QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                count += row.PartitionKey == "import" ? 0 : 1;
            }

            return count;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }

    // What the outbox says was told, by whichever run.
    private static async Task<IEnumerable<string>> ToldAsync(AzuriteLease storage)
    {
        var digests = await new DigestTable(
            TableStorage.FromConnectionString(storage.Azurite.ConnectionString)
        ).ReadDayAsync(Core.IsoDate.Parse(SmallCaseload.AsOf), Stop);
        return digests
            .SelectMany(digest =>
                digest.Items.Select(item =>
                    string.Join(
                        '|',
                        digest.Key.PersonId,
                        Core.Codes<Core.Chasing.Channel>.Of(digest.Key.Channel),
                        item.CaseRef,
                        item.RuleId,
                        Core.Codes<Core.Chasing.ChaseStep>.Of(item.Step)
                    )
                )
            )
            .Order(StringComparer.Ordinal);
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
