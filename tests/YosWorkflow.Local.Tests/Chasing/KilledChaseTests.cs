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
        var captured = ChaseOutcome.Captured(directory);
        var after = await Verb.RunHereAsync(directory, ChasedOnce.Chase);

        Assert.Equal(once.Digests, captured.Select(digest => digest.Key).Order(StringComparer.Ordinal));
        Assert.Equal(once.Told, await ToldAsync(storage));
        Assert.Empty(ChaseOutcome.Told(after.Json));
        Assert.Equal(captured.Count, ChaseOutcome.Captured(directory).Count);

        // What had been captured of the killed one counts as delivered. Only a notification may come again, in the first one's place.
        Assert.All(
            captured.Where(digest => ChaseOutcome.IsEmail(digest.First())),
            email => Assert.Single(email)
        );
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
}
