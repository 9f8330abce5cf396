using Azure.Data.Tables;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Recovery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Recovery;

/// <summary>A service in which something of every kind is stored: cases, marks, a notice left over, digests, runs.</summary>
internal static class RecoveryWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ChaseWorld> ChasedAsync(AzuriteFixture azurite)
    {
        var world = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        await world.ChaseAsync(Small.Day);
        await world
            .Get<ImportRunTable>()
            .WriteAsync(
                new ImportRun(
                    "abc",
                    new DateTimeOffset(Small.Day, new TimeOnly(6, 0), TimeSpan.Zero),
                    new ImportReport(
                        ImportCounts.None,
                        [
                            new(
                                "cases.csv",
                                3,
                                "order_type",
                                "K1",
                                "is no order type",
                                ProblemSeverity.Rejected
                            ),
                            new("cases.csv", 4, "case_ref", "K10", "comes twice", ProblemSeverity.Rejected),
                        ],
                        0
                    )
                ),
                Stop
            );
        return world;
    }

    /// <summary>Everything that is stored, a text a row.</summary>
    public static async Task<string[]> RowsAsync(TableStorage storage)
    {
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<TableName>())
        {
            await foreach (var row in storage.Table(table).QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                rows.Add($"{table} {RowJson.Write(row)}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
