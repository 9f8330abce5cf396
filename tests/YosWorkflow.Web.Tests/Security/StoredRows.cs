using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Everything that is stored, so that it can be compared with what is stored later.</summary>
internal static class StoredRows
{
    /// <summary>
    /// Every row of every table with what it holds and its version, in order: what is written again as it was has another version.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(TableStorage storage, CancellationToken stop)
    {
        var rows = new List<string>();
        foreach (var name in Enum.GetValues<TableName>())
        {
            await foreach (var row in storage.Table(name).QueryAsync<TableEntity>(cancellationToken: stop))
            {
                rows.Add(Line(name, row));
            }
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Line(TableName table, TableEntity row)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
        foreach (var (name, value) in row.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            var text = value is byte[] bytes ? Convert.ToBase64String(bytes) : value;
            line.Append(CultureInfo.InvariantCulture, $" {name}={text}");
        }

        return line.ToString();
    }
}
