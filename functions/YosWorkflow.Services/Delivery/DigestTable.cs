using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Delivery;

/// <summary>The outbox: digests by day, each inserted once and moved on by ETag.</summary>
public sealed class DigestTable(TableStorage storage)
{
    private readonly TableClient table = storage.Table(TableName.Digests);

    /// <summary>
    /// Inserts digests of one day, up to a hundred a transaction. One that exists already is left as it is.
    /// Gives those that this call inserted, with their ETags.
    /// </summary>
    public async Task<IReadOnlyList<StoredDigest>> InsertNewAsync(
        IReadOnlyCollection<StoredDigest> digests,
        CancellationToken cancellationToken
    )
    {
        var inserted = new List<StoredDigest>();
        foreach (var batch in EntityBatches.Cut(digests.Select(Add)))
        {
            var own = digests.Skip(inserted.Count).Take(batch.Count).ToArray();
            try
            {
                var answers = await table.SubmitTransactionAsync(batch, cancellationToken);
                inserted.AddRange(own.Zip(answers.Value, WithETag));
            }
            catch (RequestFailedException error) when (StorageConflict.Is(error))
            {
                return
                [
                    .. inserted,
                    .. await InsertOneByOneAsync(digests.Skip(inserted.Count), cancellationToken),
                ];
            }
        }

        return inserted;
    }

    /// <summary>All digests of a day: one partition query.</summary>
    public Task<IReadOnlyList<StoredDigest>> ReadDayAsync(
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {IsoDate.Format(day)}"),
            cancellationToken
        );

    /// <summary>
    /// The digests of a day of at least these people: one query over the part of the day's partition in which they lie, with
    /// whoever lies between them.
    /// </summary>
    public Task<IReadOnlyList<StoredDigest>> ReadOfPeopleAsync(
        DateOnly day,
        IReadOnlyCollection<string> personIds,
        CancellationToken cancellationToken
    )
    {
        string[] rows =
        [
            .. personIds.Select(personId => personId + StorageKey.Separator).Order(StringComparer.Ordinal),
        ];
        var end = StorageKey.PrefixEnd(rows[^1]);
        return QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {IsoDate.Format(day)} and RowKey ge {rows[0]} and RowKey lt {end}"
            ),
            cancellationToken
        );
    }

    /// <summary>One digest, or null.</summary>
    public async Task<StoredDigest?> FindAsync(DigestKey key, CancellationToken cancellationToken)
    {
        var (partition, row) = DigestEntity.KeyOf(key);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition,
            row,
            cancellationToken: cancellationToken
        );
        return found is { HasValue: true, Value: { } entity } ? DigestEntity.Read(entity) : null;
    }

    /// <summary>The digests since a day that are in one of these states: one query over the days.</summary>
    public Task<IReadOnlyList<StoredDigest>> ReadSinceAsync(
        DateOnly since,
        IReadOnlyCollection<DigestState> states,
        CancellationToken cancellationToken
    )
    {
        var inStates = string.Join(
            " or ",
            states.Select(state => TableClient.CreateQueryFilter($"State eq {Codes<DigestState>.Of(state)}"))
        );
        var from = TableClient.CreateQueryFilter($"PartitionKey ge {IsoDate.Format(since)}");
        return QueryAsync($"{from} and ({inStates})", cancellationToken);
    }

    /// <summary>A person's digests by a way since a day: one query over the days.</summary>
    public Task<IReadOnlyList<StoredDigest>> ReadOfPersonAsync(
        string personId,
        Channel channel,
        DateOnly since,
        CancellationToken cancellationToken
    )
    {
        var (partition, row) = DigestEntity.KeyOf(new DigestKey(since, personId, channel));
        return QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey ge {partition} and RowKey eq {row}"),
            cancellationToken
        );
    }

    /// <summary>
    /// Writes new versions of at most a hundred digests of one day in one transaction; one without an ETag is inserted. Null, with
    /// nothing written, if any was changed or inserted by another in the meantime; otherwise the versions written, with their
    /// new ETags.
    /// </summary>
    public async Task<IReadOnlyList<StoredDigest>?> TryUpdateAsync(
        IReadOnlyCollection<StoredDigest> digests,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answers = await table.SubmitTransactionAsync(
                digests.Select(digest =>
                    digest.ETag == default
                        ? Add(digest)
                        : new TableTransactionAction(
                            TableTransactionActionType.UpdateReplace,
                            DigestEntity.Write(digest),
                            digest.ETag
                        )
                ),
                cancellationToken
            );
            return [.. digests.Zip(answers.Value, WithETag)];
        }
        catch (RequestFailedException error) when (StorageConflict.Is(error))
        {
            return null;
        }
    }

    private static TableTransactionAction Add(StoredDigest digest) =>
        new(TableTransactionActionType.Add, DigestEntity.Write(digest));

    private static StoredDigest WithETag(StoredDigest digest, Response answer) =>
        digest with
        {
            ETag = answer.Headers.ETag ?? default,
        };

    private async Task<List<StoredDigest>> InsertOneByOneAsync(
        IEnumerable<StoredDigest> digests,
        CancellationToken cancellationToken
    )
    {
        var inserted = new List<StoredDigest>();
        foreach (var digest in digests)
        {
            try
            {
                inserted.Add(
                    WithETag(
                        digest,
                        await table.AddEntityAsync(DigestEntity.Write(digest), cancellationToken)
                    )
                );
            }
            catch (RequestFailedException error) when (error.Status == 409)
            {
                // It is there already: somebody else composed it.
            }
        }

        return inserted;
    }

    private async Task<IReadOnlyList<StoredDigest>> QueryAsync(
        string filter,
        CancellationToken cancellationToken
    )
    {
        var digests = new List<StoredDigest>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            digests.Add(DigestEntity.Read(entity));
        }

        return digests;
    }
}
