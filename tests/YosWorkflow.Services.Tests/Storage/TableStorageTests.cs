using Azure.Data.Tables;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Storage;

public sealed class TableStorageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Transactions_AHundredEntitiesInOne_CountsOne()
    {
        var storage = await azurite.NewStorageAsync(TestContext.Current.CancellationToken);
        var before = storage.Transactions.Total;

        await storage
            .Table(TableName.Cases)
            .SubmitTransactionAsync(
                Enumerable
                    .Range(0, 100)
                    .Select(n => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        new TableEntity("team", $"K{n}")
                    )),
                TestContext.Current.CancellationToken
            );

        Assert.Equal(1, storage.Transactions.Total - before);
    }
}
