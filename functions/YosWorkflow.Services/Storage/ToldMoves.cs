using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Carries what was told on cases, and their acknowledgements, from one team's partition to another's. It may be done again after
/// it was cut off anywhere. What the rows hold is not looked at.
/// </summary>
internal sealed class ToldMoves(TableStorage storage)
{
    private readonly TableClient chasing = storage.Table(TableName.Chasing);

    public async Task MoveAsync(
        string from,
        string to,
        IReadOnlySet<string> caseRefs,
        CancellationToken cancellationToken
    )
    {
        var old = await ReadAsync(from, caseRefs, cancellationToken);
        var present = await ReadAsync(to, caseRefs, cancellationToken);
        await SubmitAsync(caseRefs.SelectMany(caseRef => Void(from, to, caseRef, old)), cancellationToken);
        await SubmitAsync(Copies(to, caseRefs, old, present), cancellationToken);
        await SubmitAsync(
            old.Acknowledgements.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete,
                row,
                row.ETag
            )),
            cancellationToken
        );
    }

    private static IEnumerable<TableTransactionAction> Void(string from, string to, string caseRef, Rows old)
    {
        if (!old.Told.TryGetValue(caseRef, out var row))
        {
            var stub = SchemaVersion.Stamp(new TableEntity(from, ChasingRow.Told(caseRef)));
            stub[ChasingRow.MovedTo] = to;
            yield return new(TableTransactionActionType.Add, stub);
        }
        else if (row.GetString(ChasingRow.MovedTo) != to)
        {
            // What it holds is kept, so that it can still be copied should we stop here.
            var voided = Copy(row, from);
            voided[ChasingRow.MovedTo] = to;
            yield return new(TableTransactionActionType.UpdateReplace, voided, row.ETag);
        }
    }

    private static IEnumerable<TableTransactionAction> Copies(
        string to,
        IReadOnlySet<string> caseRefs,
        Rows old,
        Rows present
    )
    {
        foreach (var caseRef in caseRefs)
        {
            var there = present.Told.GetValueOrDefault(caseRef);
            var isThere = there is not null && !there.ContainsKey(ChasingRow.MovedTo);
            if (!isThere && old.Told.TryGetValue(caseRef, out var row) && !IsStub(row))
            {
                var copy = Copy(row, to);
                copy.Remove(ChasingRow.MovedTo);
                yield return there is null
                    ? new(TableTransactionActionType.Add, copy)
                    : new(TableTransactionActionType.UpdateReplace, copy, there.ETag);
            }
            else if (!isThere && there is not null)
            {
                yield return new(TableTransactionActionType.Delete, there, there.ETag);
            }
        }

        foreach (var row in old.Acknowledgements)
        {
            yield return new(TableTransactionActionType.UpsertReplace, Copy(row, to));
        }
    }

    private static TableEntity Copy(TableEntity row, string partition)
    {
        var copy = new TableEntity(partition, row.RowKey);
        foreach (var (name, value) in row.Where(property => !IsSystem(property.Key)))
        {
            copy[name] = value;
        }

        return copy;
    }

    // A row that was only ever made to be void.
    private static bool IsStub(TableEntity row) =>
        row.Keys.All(name => IsSystem(name) || name is SchemaVersion.Property or ChasingRow.MovedTo);

    private static bool IsSystem(string property) =>
        property is "odata.etag" or "PartitionKey" or "RowKey" or "Timestamp";

    private async Task<Rows> ReadAsync(
        string team,
        IReadOnlySet<string> caseRefs,
        CancellationToken cancellationToken
    )
    {
        var rows = new Rows([], []);
        var toldEnd = StorageKey.PrefixEnd(ChasingRow.ToldPrefix);
        var acknowledgementsEnd = StorageKey.PrefixEnd(ChasingRow.AcknowledgementPrefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and ((RowKey ge {ChasingRow.ToldPrefix} and RowKey lt {toldEnd}) or (RowKey ge {ChasingRow.AcknowledgementPrefix} and RowKey lt {acknowledgementsEnd}))"
        );
        await foreach (
            var row in chasing.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            var parts = row.RowKey.Split(StorageKey.Separator);
            if (!caseRefs.Contains(parts[1]))
            {
                continue;
            }

            if (row.RowKey.StartsWith(ChasingRow.ToldPrefix, StringComparison.Ordinal))
            {
                rows.Told[parts[1]] = row;
            }
            else
            {
                rows.Acknowledgements.Add(row);
            }
        }

        return rows;
    }

    private async Task SubmitAsync(
        IEnumerable<TableTransactionAction> writes,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in EntityBatches.Cut(writes))
        {
            await chasing.SubmitTransactionAsync(batch, cancellationToken);
        }
    }

    private sealed record Rows(Dictionary<string, TableEntity> Told, List<TableEntity> Acknowledgements);
}
