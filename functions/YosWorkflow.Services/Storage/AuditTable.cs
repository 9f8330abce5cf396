using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Audit rounds in Table Storage, a partition a round: what was drawn, the cases of the sample, their returns, and the notices
/// that are not yet in a digest. Every write is insert-only, or conditional on the version that was read.
/// </summary>
public sealed class AuditTable(TableStorage storage)
{
    private const string Live = nameof(Live);

    private readonly TableClient table = storage.Table(TableName.Audits);
    private readonly ToldRows rows = new(storage.Table(TableName.Audits));

    /// <summary>The rounds of a programme, or of all, first to last in each: one partition query.</summary>
    public async Task<IReadOnlyList<ListedRound>> ListRoundsAsync(
        string? programmeId,
        CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AuditRow.Rounds}");
        if (programmeId is not null)
        {
            var from = programmeId + StorageKey.Separator;
            var end = StorageKey.PrefixEnd(from);
            filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {AuditRow.Rounds} and RowKey ge {from} and RowKey lt {end}"
            );
        }

        var listed = new List<ListedRound>();
        await foreach (var entity in QueryAsync(filter, cancellationToken))
        {
            _ = SchemaVersion.Of(entity);
            listed.Add(
                new ListedRound(AuditRow.ToRound(entity.RowKey), entity.GetBoolean(Live) ?? true, entity.ETag)
            );
        }

        return listed;
    }

    /// <summary>Lists a round as one of which something may still have to be told.</summary>
    public Task ListRoundAsync(RoundId round, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Listed(round, isLive: true), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Lists a round as one of which nothing is left to tell, unless something has come up since it was read.</summary>
    public Task<bool> TryRestAsync(ListedRound read, CancellationToken cancellationToken) =>
        TrySubmitAsync([Put(Listed(read.Id, isLive: false), read.ETag)], cancellationToken);

    /// <summary>A round without its cases, or null.</summary>
    public async Task<StoredRound?> FindRoundAsync(RoundId round, CancellationToken cancellationToken) =>
        await FindAsync(round, AuditRow.Round, cancellationToken) is { } entity
            ? new StoredRound(AuditEntities.ReadRound(entity), entity.ETag, [])
            : null;

    /// <summary>A round with all its cases, or null: one partition query.</summary>
    public async Task<StoredRound?> ReadAsync(RoundId round, CancellationToken cancellationToken)
    {
        var partition = AuditRow.Partition(round);
        var framesEnd = StorageKey.PrefixEnd(AuditRow.FramePrefix);
        var noticesEnd = StorageKey.PrefixEnd(ToldRows.NoticePrefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and (RowKey lt {AuditRow.FramePrefix} or (RowKey ge {framesEnd} and RowKey lt {ToldRows.NoticePrefix}) or RowKey ge {noticesEnd})"
        );
        return await GatherAsync(filter, cancellationToken);
    }

    /// <summary>A round with one of its cases, or with none if that is not in the sample; null if there is no such round.</summary>
    public async Task<StoredRound?> ReadCaseAsync(
        RoundId round,
        string caseRef,
        CancellationToken cancellationToken
    )
    {
        if (StorageKey.FaultOf(caseRef) is not null)
        {
            return await FindRoundAsync(round, cancellationToken);
        }

        string[] own =
        [
            AuditRow.Round,
            AuditRow.CasePrefix + caseRef,
            AuditRow.ReturnPrefix + caseRef,
            AuditRow.SecondPrefix + caseRef,
            AuditRow.SecondReturnPrefix + caseRef,
            ChasingRow.Told(caseRef),
        ];
        var anyOf = own.Select(row => TableClient.CreateQueryFilter($"RowKey eq {row}"))
            .Append(Within(AuditRow.OnCase(AuditRow.CommentPrefix, caseRef)))
            .Append(Within(AuditRow.OnCase(AuditRow.ActionPrefix, caseRef)));
        var partition = TableClient.CreateQueryFilter($"PartitionKey eq {AuditRow.Partition(round)}");
        return await GatherAsync($"{partition} and ({string.Join(" or ", anyOf)})", cancellationToken);

        static string Within(string prefix)
        {
            var end = StorageKey.PrefixEnd(prefix);
            return TableClient.CreateQueryFilter($"(RowKey ge {prefix} and RowKey lt {end})");
        }
    }

    /// <summary>Keeps a frame. It is keyed by its hash, so that keeping it again changes nothing.</summary>
    public async Task KeepFrameAsync(
        RoundId round,
        string frameHash,
        IReadOnlyList<FrameCase> frame,
        CancellationToken cancellationToken
    )
    {
        foreach (var entity in AuditEntities.WriteFrame(round, frameHash, frame))
        {
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>The frame from which a round was drawn.</summary>
    public async Task<ImmutableArray<FrameCase>> ReadFrameAsync(
        AuditRound round,
        CancellationToken cancellationToken
    )
    {
        var prefix = $"{AuditRow.FramePrefix}{round.FrameHash}|";
        var end = StorageKey.PrefixEnd(prefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {AuditRow.Partition(round.Id)} and RowKey ge {prefix} and RowKey lt {end}"
        );
        var frame = ImmutableArray.CreateBuilder<FrameCase>(round.FrameSize);
        await foreach (var entity in QueryAsync(filter, cancellationToken))
        {
            frame.AddRange(AuditEntities.ReadFrame(entity));
        }

        return frame.ToImmutable();
    }

    /// <summary>Inserts a round. False if there is one already, which stays as it is.</summary>
    public Task<bool> TryInsertAsync(
        AuditRound round,
        ProgrammeText text,
        CancellationToken cancellationToken
    ) => TryAddAsync(AuditEntities.Write(round, text), cancellationToken);

    /// <summary>A round's allocation, or null if it is not settled.</summary>
    public async Task<RoundAllocation?> FindAllocationAsync(
        RoundId round,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(round, AuditRow.Allocation, cancellationToken) is { } entity
            ? AuditEntities.Unpack<RoundAllocation>(entity)
            : null;

    /// <summary>Settles a round's allocation. False if it is settled already, and then it stays as it is.</summary>
    public Task<bool> TryAllocateAsync(
        RoundId round,
        RoundAllocation allocation,
        CancellationToken cancellationToken
    ) => TryAddAsync(AuditEntities.Pack(round, AuditRow.Allocation, allocation), cancellationToken);

    /// <summary>Inserts those cases of a sample that are not there yet.</summary>
    public async Task InsertCasesAsync(
        RoundId round,
        IEnumerable<SampledCase> cases,
        CancellationToken cancellationToken
    )
    {
        var entities = cases.Select(item => Of(round, item)).ToArray();
        foreach (var batch in EntityBatches.Cut(entities, entity => entity))
        {
            var isNew = await TrySubmitAsync(batch.Select(Add), cancellationToken);
            foreach (var entity in isNew ? [] : batch)
            {
                await TryAddAsync(entity, cancellationToken);
            }
        }
    }

    /// <summary>Moves a round on, on the version that was read. False if another has changed it.</summary>
    public Task<bool> TryMoveOnAsync(AuditRound round, ETag read, CancellationToken cancellationToken) =>
        TrySubmitAsync(
            [new(TableTransactionActionType.UpdateMerge, AuditEntities.Facted(round), read)],
            cancellationToken
        );

    /// <summary>Writes with whom readings lie, at most a hundred, in one transaction. False if another was first with any.</summary>
    /// <param name="round">The round.</param>
    /// <param name="audits">Cases whose audit lies with another now.</param>
    /// <param name="seconds">Second checks that lie with somebody now, or with another; without a version where they are new.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    internal Task<bool> TryAssignAsync(
        RoundId round,
        IEnumerable<(SampledCase Case, ETag Read)> audits,
        IEnumerable<(string CaseRef, Assignment Assignment, ETag? Read)> seconds,
        CancellationToken cancellationToken
    ) =>
        TrySubmitAsync(
            [
                .. audits.Select(item => Put(Of(round, item.Case), item.Read)),
                .. seconds.Select(item =>
                    Put(
                        AuditEntities.Write(round, AuditRow.SecondPrefix + item.CaseRef, item.Assignment),
                        item.Read
                    )
                ),
            ],
            cancellationToken
        );

    /// <summary>
    /// Writes that the lead gave cases to others, in one transaction. False if another was first with any of them, or the round has
    /// moved on: nobody is given a case whose return has just come in, or one of a round that is closing.
    /// </summary>
    internal Task<bool> TryHandOverAsync(
        StoredRound read,
        IEnumerable<(SampledCase Case, ETag Read)> audits,
        CancellationToken cancellationToken
    )
    {
        var round = read.Round.Id;
        return TrySubmitAsync(
            [
                .. audits.Select(item => Put(Of(round, item.Case), item.Read)),
                Touch(round, AuditRow.Round, read.ETag),
            ],
            cancellationToken
        );
    }

    /// <summary>
    /// Writes a return, on the version that was read. What is submitted or given back also needs the round and the case to be
    /// as they were read: it can't slip into a round that is closing, or count for somebody the audit was taken from.
    /// </summary>
    internal Task<bool> TryKeepReturnAsync(
        StoredRound read,
        StoredAudit audit,
        AuditReturn kept,
        bool isSecond,
        bool guarded,
        CancellationToken cancellationToken
    )
    {
        var round = read.Round.Id;
        var caseRef = audit.Standing.Case.CaseRef;
        var row = (isSecond ? AuditRow.SecondReturnPrefix : AuditRow.ReturnPrefix) + caseRef;
        var guardRow = (isSecond ? AuditRow.SecondPrefix : AuditRow.CasePrefix) + caseRef;
        var guardRead = isSecond ? audit.SecondETag!.Value : audit.ETag;
        return TrySubmitAsync(
            [
                Put(
                    AuditEntities.Write(round, row, kept),
                    isSecond ? audit.SecondReturnETag : audit.ReturnETag
                ),
                .. guarded
                    ? [Touch(round, AuditRow.Round, read.ETag), Touch(round, guardRow, guardRead)]
                    : Array.Empty<TableTransactionAction>(),
            ],
            cancellationToken
        );
    }

    /// <summary>Keeps a comment. One that is kept already, word for word, is left as it is.</summary>
    public Task<bool> AddCommentAsync(
        RoundId round,
        string caseRef,
        AuditComment comment,
        CancellationToken cancellationToken
    )
    {
        var fingerprint = ToldRows.Fingerprint($"{comment.ById}\n{comment.ToVersion}\n{comment.Text}");
        var row = AuditRow.OnCase(AuditRow.CommentPrefix, caseRef) + fingerprint;
        return TryAddAsync(AuditEntities.Write(round, row, comment), cancellationToken);
    }

    /// <summary>Writes an action, on the version that was read, or as a new one. False if another was first.</summary>
    public Task<bool> TryKeepActionAsync(
        RoundId round,
        string caseRef,
        AuditAction action,
        ETag? read,
        CancellationToken cancellationToken
    )
    {
        var row = AuditRow.OnCase(AuditRow.ActionPrefix, caseRef) + action.ActionId;
        return TrySubmitAsync([Put(AuditEntities.Write(round, row, action), read)], cancellationToken);
    }

    /// <summary>
    /// Writes what is told on some cases together with the notices that tell it, in one transaction: both or neither. False,
    /// with nothing written, if somebody else has written any of it since it was read.
    /// </summary>
    public Task<bool> TryRecordAsync(
        RoundId round,
        IReadOnlyCollection<(string CaseRef, ToldOnCase? Before, ImmutableArray<ToldMark> Marks)> told,
        IReadOnlyCollection<StoredNotice> notices,
        CancellationToken cancellationToken
    ) => rows.TryRecordAsync(AuditRow.Partition(round), told, notices, cancellationToken);

    /// <summary>The notices of a round that are not yet in a digest, those decided up to a day: one partition query.</summary>
    public Task<IReadOnlyList<StoredNotice>> ReadNoticesAsync(
        RoundId round,
        DateOnly upTo,
        CancellationToken cancellationToken
    ) => rows.ReadNoticesAsync(AuditRow.Partition(round), upTo, cancellationToken);

    /// <summary>Removes notices that are in a digest now, up to a hundred a transaction.</summary>
    public async Task RemoveNoticesAsync(
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        foreach (var round in notices.GroupBy(notice => notice.Team, StringComparer.Ordinal))
        {
            await rows.RemoveNoticesAsync(round.Key, round, cancellationToken);
        }
    }

    private static TableEntity Listed(RoundId round, bool isLive)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(AuditRow.Rounds, AuditRow.Partition(round)));
        entity[Live] = isLive;
        return entity;
    }

    private static TableEntity Of(RoundId round, SampledCase item) =>
        AuditEntities.Write(round, AuditRow.CasePrefix + item.CaseRef, item);

    private static TableTransactionAction Add(TableEntity entity) =>
        new(TableTransactionActionType.Add, entity);

    private static TableTransactionAction Put(TableEntity entity, ETag? read) =>
        read is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, version)
            : Add(entity);

    private static TableTransactionAction Touch(RoundId round, string row, ETag read) =>
        new(TableTransactionActionType.UpdateMerge, AuditEntities.New(round, row), read);

    private AsyncPageable<TableEntity> QueryAsync(string filter, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);

    private async Task<StoredRound?> GatherAsync(string filter, CancellationToken cancellationToken)
    {
        var gathered = new RoundGathering();
        await foreach (var entity in QueryAsync(filter, cancellationToken))
        {
            gathered.Add(entity);
        }

        return gathered.ToRound();
    }

    private async Task<TableEntity?> FindAsync(RoundId round, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            AuditRow.Partition(round),
            row,
            cancellationToken: cancellationToken
        );
        return found is { HasValue: true, Value: { } entity } ? entity : null;
    }

    private Task<bool> TryAddAsync(TableEntity entity, CancellationToken cancellationToken) =>
        TrySubmitAsync([Add(entity)], cancellationToken);

    private async Task<bool> TrySubmitAsync(
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (StorageConflict.Is(error))
        {
            return false;
        }
    }
}
