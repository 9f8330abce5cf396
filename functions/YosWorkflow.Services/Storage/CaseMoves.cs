using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Moves cases from one team to another, with what was told on them and their acknowledgements. That takes several partitions,
/// and so no single transaction; instead every state in between has one meaning, and whoever meets it can carry on.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>The case is inserted with its new team, marked as coming from the old one. Nobody counts it there while the old entity
/// exists.</item>
/// <item>The old entity is deleted, on the version that was read. From here on the case has moved.</item>
/// <item>What was told is voided in the old team, so that a chase which read the case before can't record anything more there,
/// and then copied to the new team, as the acknowledgements are.</item>
/// <item>The mark is taken off, and the case counts.</item>
/// </list>
/// A reader that finds a marked case whose old entity is gone does the last two steps itself, before it shows the case.
/// </remarks>
internal sealed class CaseMoves(TableStorage storage)
{
    private const int Tries = 5;

    private readonly TableClient cases = storage.Table(TableName.Cases);
    private readonly ToldMoves told = new(storage);

    /// <summary>Moves cases of one team to another.</summary>
    /// <param name="from">The team they leave.</param>
    /// <param name="moving">
    /// At most a hundred cases as they are to be, all with the same new team, on the versions that were read in the old one.
    /// </param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="RequestFailedException">
    /// 409 or 412: another has written one of them. None is lost; reading them again tells how they stand.
    /// </exception>
    public async Task MoveAsync(
        string from,
        IReadOnlyList<StoredCase> moving,
        CancellationToken cancellationToken
    )
    {
        var inserted = await cases.SubmitTransactionAsync(
            moving.Select(one => new TableTransactionAction(
                TableTransactionActionType.Add,
                CaseEntity.Write(one.Case, from)
            )),
            cancellationToken
        );
        await cases.SubmitTransactionAsync(
            moving.Select(one => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(from, one.Case.CaseRef),
                one.ETag
            )),
            cancellationToken
        );
        await ArriveOnceAsync(
            from,
            [
                .. moving.Zip(
                    inserted.Value,
                    (one, answer) => new StoredCase(one.Case, from, answer.Headers.ETag!.Value)
                ),
            ],
            cancellationToken
        );
    }

    /// <summary>
    /// Brings home those marked cases of one team whose old entity is gone, and gives them. The others still count in their old
    /// team, and are left as they are.
    /// </summary>
    public async Task<IReadOnlyList<Case>> ArriveAsync(
        IEnumerable<StoredCase> marked,
        CancellationToken cancellationToken
    )
    {
        var arrived = new List<Case>();
        foreach (var group in marked.GroupBy(one => one.MovedFrom!, StringComparer.Ordinal))
        {
            var gone = new List<StoredCase>();
            foreach (var one in group)
            {
                if (!await ExistsAsync(group.Key, one.Case.CaseRef, cancellationToken))
                {
                    gone.Add(one);
                }
            }

            foreach (var chunk in gone.Chunk(EntityBatches.MaxEntities))
            {
                await ArriveAsync(group.Key, chunk, cancellationToken);
                arrived.AddRange(chunk.Select(one => one.Case));
            }
        }

        return arrived;
    }

    /// <summary>
    /// Gives up a move that stopped before the old entity was deleted. The old entity gets a new version first, so that a mover
    /// who is only slow, and not dead, fails on it and can't delete what is then the only one.
    /// </summary>
    /// <param name="counting">The case in its old team.</param>
    /// <param name="marked">The case in its new team.</param>
    /// <param name="cancellationToken">Stops between the two writes.</param>
    public async Task GiveUpAsync(StoredCase counting, StoredCase marked, CancellationToken cancellationToken)
    {
        await cases.UpdateEntityAsync(
            CaseEntity.Write(counting.Case),
            counting.ETag,
            TableUpdateMode.Replace,
            cancellationToken
        );
        await cases.DeleteEntityAsync(marked.Case.Team, marked.Case.CaseRef, marked.ETag, cancellationToken);
    }

    /// <summary>
    /// Joins a case that two imports at once have put into two teams. Both entities get all there is first, so that whichever is
    /// left, should we stop, lacks nothing; then the one moves to where the other is.
    /// </summary>
    /// <param name="kept">The case where it is to be, with the milestones of both.</param>
    /// <param name="surplus">The case where it is not to be.</param>
    /// <param name="cancellationToken">Stops between two writes.</param>
    public async Task JoinAsync(StoredCase kept, StoredCase surplus, CancellationToken cancellationToken)
    {
        var from = surplus.Case.Team;
        var written = await cases.UpdateEntityAsync(
            CaseEntity.Write(surplus.Case with { Milestones = kept.Case.Milestones }),
            surplus.ETag,
            TableUpdateMode.Replace,
            cancellationToken
        );
        var marked = await cases.UpdateEntityAsync(
            CaseEntity.Write(kept.Case, from),
            kept.ETag,
            TableUpdateMode.Replace,
            cancellationToken
        );
        await cases.DeleteEntityAsync(
            from,
            surplus.Case.CaseRef,
            written.Headers.ETag!.Value,
            cancellationToken
        );
        await ArriveAsync(
            from,
            [kept with { MovedFrom = from, ETag = marked.Headers.ETag!.Value }],
            cancellationToken
        );
    }

    private async Task ArriveAsync(string from, StoredCase[] marked, CancellationToken cancellationToken)
    {
        for (var attempt = 1; marked.Length > 0; attempt++)
        {
            try
            {
                await ArriveOnceAsync(from, marked, cancellationToken);
                return;
            }
            catch (RequestFailedException conflict)
                when (conflict.Status is 404 or 409 or 412 && attempt < Tries)
            {
                // Another brings the same cases home, or a chase of the old team has just recorded something on one.
                marked = await StillMarkedAsync(marked, cancellationToken);
            }
        }
    }

    private async Task ArriveOnceAsync(string from, StoredCase[] marked, CancellationToken cancellationToken)
    {
        await told.MoveAsync(
            from,
            marked[0].Case.Team,
            marked.Select(one => one.Case.CaseRef).ToHashSet(StringComparer.Ordinal),
            cancellationToken
        );
        await cases.SubmitTransactionAsync(
            marked.Select(one => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                CaseEntity.Write(one.Case),
                one.ETag
            )),
            cancellationToken
        );
    }

    private async Task<StoredCase[]> StillMarkedAsync(
        StoredCase[] marked,
        CancellationToken cancellationToken
    )
    {
        var still = new List<StoredCase>();
        foreach (var one in marked)
        {
            var found = await cases.GetEntityIfExistsAsync<TableEntity>(
                one.Case.Team,
                one.Case.CaseRef,
                cancellationToken: cancellationToken
            );
            if (
                found is { HasValue: true, Value: { } entity }
                && CaseEntity.Read(one.Case.Team, entity, new StringPool()) is { MovedFrom: not null } read
            )
            {
                still.Add(read);
            }
        }

        return [.. still];
    }

    private async Task<bool> ExistsAsync(string team, string caseRef, CancellationToken cancellationToken)
    {
        var found = await cases.GetEntityIfExistsAsync<TableEntity>(
            team,
            caseRef,
            [nameof(TableEntity.RowKey)],
            cancellationToken
        );
        return found.HasValue;
    }
}
