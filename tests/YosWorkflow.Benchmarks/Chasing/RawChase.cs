using Azure;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Benchmarks.Chasing;

/// <summary>
/// What a chase reads and writes, by the bare client: each team's cases and what was told on them are read; what is told is written
/// together with the notices, which are read and deleted again; every digest is inserted with others, then claimed and settled with
/// those of its person. There are as many notices as digests, of the same size, shared out evenly among the teams.
/// </summary>
internal sealed class RawChase
{
    private const int InTransaction = 100;

    private readonly ILookup<string, TableEntity> told;
    private readonly ILookup<string, TableEntity> notices;
    private readonly List<List<TableEntity>> digestsByPerson;

    private RawChase(IEnumerable<TableEntity> told, IReadOnlyList<TableEntity> digests)
    {
        this.told = told.ToLookup(row => row.PartitionKey, StringComparer.Ordinal);
        string[] teams = [.. this.told.Select(team => team.Key)];
        notices = digests
            .Select((digest, index) => Notice(teams[index % teams.Length], digest))
            .ToLookup(row => row.PartitionKey, StringComparer.Ordinal);
        digestsByPerson =
        [
            .. digests
                .GroupBy(row => row.RowKey[..row.RowKey.LastIndexOf('|')], StringComparer.Ordinal)
                .Select(group => group.ToList()),
        ];
    }

    /// <summary>What a chase has left in its tables.</summary>
    public static async Task<RawChase> OfAsync(TableStorage chased, CancellationToken cancellationToken) =>
        new(
            await ReadAsync(chased.Table(TableName.Chasing), null, cancellationToken),
            await ReadAsync(chased.Table(TableName.Digests), null, cancellationToken)
        );

    /// <summary>Reads and writes it.</summary>
    public async Task ExecuteAsync(TableStorage storage, CancellationToken cancellationToken)
    {
        var people = storage.Table(TableName.People);
        await ReadAsync(people, "PartitionKey eq 'staff'", cancellationToken);
        var teams = await ReadAsync(people, "PartitionKey eq 'teams'", cancellationToken);
        foreach (var team in teams.Select(row => row.RowKey))
        {
            var ofTeam = TableClient.CreateQueryFilter($"PartitionKey eq {team}");
            await ReadAsync(storage.Table(TableName.Chasing), ofTeam, cancellationToken);
            await ReadAsync(storage.Table(TableName.Cases), ofTeam, cancellationToken);
            await WriteAsync(
                storage.Table(TableName.Chasing),
                told[team].Concat(notices[team]),
                cancellationToken
            );
        }

        foreach (var team in teams.Select(row => row.RowKey))
        {
            await CollectAsync(storage.Table(TableName.Chasing), team, cancellationToken);
        }

        var digests = storage.Table(TableName.Digests);
        await WriteAsync(digests, digestsByPerson.SelectMany(rows => rows), cancellationToken);
        await ReadAsync(digests, null, cancellationToken);
        foreach (var ofPerson in digestsByPerson)
        {
            await ReplaceAsync(digests, ofPerson, cancellationToken);
            await ReplaceAsync(digests, ofPerson, cancellationToken);
        }
    }

    private static TableEntity Notice(string team, TableEntity digest)
    {
        var notice = new TableEntity(team, $"notice|{digest.PartitionKey}|{digest.RowKey}");
        foreach (
            var (name, value) in digest.Where(property =>
                property.Key.StartsWith("Items", StringComparison.Ordinal)
            )
        )
        {
            notice[name] = value;
        }

        return notice;
    }

    private static async Task CollectAsync(
        TableClient table,
        string team,
        CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and RowKey ge {"notice|"} and RowKey lt {"notice}"}"
        );
        foreach (var chunk in (await ReadAsync(table, filter, cancellationToken)).Chunk(InTransaction))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)),
                cancellationToken
            );
        }
    }

    private static async Task<List<TableEntity>> ReadAsync(
        TableClient table,
        string? filter,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task WriteAsync(
        TableClient table,
        IEnumerable<TableEntity> rows,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in rows.Chunk(InTransaction))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                cancellationToken
            );
        }
    }

    private static Task<Response<IReadOnlyList<Response>>> ReplaceAsync(
        TableClient table,
        List<TableEntity> rows,
        CancellationToken cancellationToken
    ) =>
        table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                row,
                ETag.All
            )),
            cancellationToken
        );
}
