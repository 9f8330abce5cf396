using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace YosWorkflow.Benchmarks.Pages;

/// <summary>Notes which reads go to storage, so that the same can be done again with the bare client.</summary>
internal sealed partial class NotedReads : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<Uri> noted = new();

    /// <summary>Forgets what there was.</summary>
    public void Clear() => noted.Clear();

    /// <summary>How many requests there were, the pages of a query one by one.</summary>
    public int Requests => noted.Count;

    /// <summary>What was read, a query once however many pages it had.</summary>
    public IReadOnlyList<Read> Reads => [.. noted.Select(Of).OfType<Read>()];

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get)
        {
            noted.Enqueue(message.Request.Uri.ToUri());
        }
    }

    // A continuation follows from the query before it.
    private static Read? Of(Uri uri)
    {
        var query = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => Uri.UnescapeDataString(part[0]), part => Uri.UnescapeDataString(part[^1]));
        if (query.ContainsKey("NextPartitionKey"))
        {
            return null;
        }

        var resource = Uri.UnescapeDataString(uri.Segments[^1]);
        var columns = query.GetValueOrDefault("$select")?.Split(',');
        var point = Point().Match(resource);
        return point.Success
            ? new Read(
                point.Groups["table"].Value,
                null,
                columns,
                (Unquoted(point.Groups["partition"].Value), Unquoted(point.Groups["row"].Value))
            )
            : new Read(resource.Split('(')[0], query.GetValueOrDefault("$filter"), columns, null);
    }

    private static string Unquoted(string key) => key.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(?<table>[^(]+)\\(PartitionKey='(?<partition>.*)',\\s*RowKey='(?<row>.*)'\\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Point();
}

/// <summary>A query, or the reading of one row.</summary>
internal sealed record Read(
    string Table,
    string? Filter,
    string[]? Columns,
    (string Partition, string Row)? Point
)
{
    private const int PageSize = 1_000;

    /// <summary>Does it with the bare client, and throws away what comes.</summary>
    public async Task DoAsync(TableServiceClient storage, CancellationToken stop)
    {
        var table = storage.GetTableClient(Table);
        if (Point is var (partition, row))
        {
            await table.GetEntityIfExistsAsync<TableEntity>(partition, row, Columns, stop);
            return;
        }

        await foreach (var page in table.QueryAsync<TableEntity>(Filter, PageSize, Columns, stop).AsPages())
        {
            _ = page.Values.Count;
        }
    }
}
