using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>What an import has left in storage.</summary>
internal static class Stored
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Staff> StaffAsync(TableStorage storage) =>
        new CaseloadTable(storage).ReadStaffAsync(Stop);

    public static async Task<List<Case>> CasesAsync(TableStorage storage)
    {
        var caseload = new CaseloadTable(storage);
        var cases = new List<Case>();
        foreach (var team in await caseload.ReadTeamsAsync(Stop))
        {
            await foreach (var page in caseload.ReadTeamAsync(team, null, Stop))
            {
                cases.AddRange(page);
            }
        }

        return cases;
    }

    /// <summary>Every row with its version: what differs was written.</summary>
    public static Task<string[]> VersionsAsync(TableStorage storage) =>
        RowsAsync(storage, Enum.GetValues<TableName>(), row => row.ETag.ToString());

    /// <summary>What is known of the caseload, whenever it was written.</summary>
    public static Task<string[]> ContentsAsync(TableStorage storage) =>
        RowsAsync(
            storage,
            [TableName.People, TableName.Cases, TableName.Imports],
            row =>
                string.Join(
                    ' ',
                    row.Where(property => property.Key is not ("odata.etag" or "Timestamp" or "At"))
                        .Select(property => $"{property.Key}={property.Value}")
                )
        );

    private static async Task<string[]> RowsAsync(
        TableStorage storage,
        TableName[] tables,
        Func<TableEntity, string> text
    )
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var row in storage.Table(table).QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                rows.Add($"{table} {row.PartitionKey} {row.RowKey} {text(row)}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
