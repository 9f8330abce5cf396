using Azure.Data.Tables;
using CsCheck;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Storage;

public sealed class StorageKeyTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("K/1", "holds '/'")]
    [InlineData("K\\1", "holds '\\'")]
    [InlineData("K#1", "holds '#'")]
    [InlineData("K?1", "holds '?'")]
    [InlineData("K|1", "holds '|'")]
    [InlineData("K\u00011", "control character")]
    [InlineData("K\u00851", "control character")]
    [InlineData("K\uFFFD1", "not text")]
    [InlineData("", "is empty")]
    public void FaultOf_WhatStorageForbids_SaysWhy(string text, string expected) =>
        Assert.Contains(expected, StorageKey.FaultOf(text), StringComparison.Ordinal);

    [Fact]
    public void FaultOf_OneCharacterTooMany_SaysHowManyMayBe()
    {
        Assert.Null(StorageKey.FaultOf(new string('K', StorageKey.MaxLength)));
        Assert.Contains("100", StorageKey.FaultOf(new string('K', 101)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultOf_WhatItLetsThrough_StorageKeeps()
    {
        var table = (await azurite.NewStorageAsync(TestContext.Current.CancellationToken)).Table(
            TableName.Cases
        );

        await Gen.String[1, 20]
            .Where(text => StorageKey.FaultOf(text) is null && !text.Any(char.IsSurrogate))
            .SampleAsync(
                async text =>
                {
                    await table.UpsertEntityAsync(new TableEntity(text, text));
                    var filter = TableClient.CreateQueryFilter($"PartitionKey eq {text}");
                    var found = await table.QueryAsync<TableEntity>(filter).SingleAsync();
                    Assert.Equal(text, found.RowKey);
                },
                iter: 100,
                threads: 1
            );
    }
}
