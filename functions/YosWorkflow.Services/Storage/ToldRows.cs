using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// What was told on cases, and the notices that tell it, in partitions of a table: a team's of the chases, a round's of the
/// audits.
/// </summary>
internal sealed class ToldRows(TableClient table)
{
    /// <summary>What the keys of notices begin with.</summary>
    public const string NoticePrefix = "notice|";

    private const string Marks = nameof(Marks);
    private const string Items = nameof(Items);

    /// <summary>The notice of a person's items, keyed by its content.</summary>
    public static StoredNotice Notice(string partition, DigestKey digest, ImmutableArray<NoticeItem> items) =>
        new(partition, $"{NoticePrefix}{digest}|{Fingerprint(NoticeText.Write(items))}", digest, items);

    /// <summary>What a text is told from others by, short enough for a key.</summary>
    public static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>What was told on a case.</summary>
    public static ToldOnCase ToTold(TableEntity entity) =>
        new(ToldText.Read(SplitText.Read(entity, Marks)), entity.ETag);

    /// <summary>
    /// Writes what is told on some cases together with the notices that tell it, in one transaction: both or neither. False,
    /// with nothing written, if somebody else has written any of it since it was read.
    /// </summary>
    public async Task<bool> TryRecordAsync(
        string partition,
        IReadOnlyCollection<(string CaseRef, ToldOnCase? Before, ImmutableArray<ToldMark> Marks)> told,
        IReadOnlyCollection<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        var actions = told.Select(item => ToldAction(partition, item.CaseRef, item.Before, item.Marks))
            .Concat(notices.Select(NoticeAction));
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

    /// <summary>The notices that are not yet in a digest, those decided up to a day: one partition query.</summary>
    public async Task<IReadOnlyList<StoredNotice>> ReadNoticesAsync(
        string partition,
        DateOnly upTo,
        CancellationToken cancellationToken
    )
    {
        var end = StorageKey.PrefixEnd($"{NoticePrefix}{IsoDate.Format(upTo)}{StorageKey.Separator}");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {NoticePrefix} and RowKey lt {end}"
        );
        var notices = new List<StoredNotice>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            _ = SchemaVersion.Of(entity);
            notices.Add(ToNotice(entity));
        }

        return notices;
    }

    /// <summary>Removes notices that are in a digest now, up to a hundred a transaction.</summary>
    public async Task RemoveNoticesAsync(
        string partition,
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in notices.Chunk(EntityBatches.MaxEntities))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    chunk.Select(notice => new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(partition, notice.RowKey) { ETag = ETag.All }
                    )),
                    cancellationToken
                );
            }
            catch (RequestFailedException error) when (error.Status == 404)
            {
                await RemoveOneByOneAsync(partition, chunk, cancellationToken);
            }
        }
    }

    private static TableTransactionAction ToldAction(
        string partition,
        string caseRef,
        ToldOnCase? before,
        ImmutableArray<ToldMark> marks
    )
    {
        var entity = SchemaVersion.Stamp(new TableEntity(partition, ChasingRow.Told(caseRef)));
        SplitText.Write(entity, Marks, ToldText.Write(marks));
        return before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, before.ETag);
    }

    /// <summary>The insertion of a notice.</summary>
    public static TableTransactionAction NoticeAction(StoredNotice notice)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(notice.Team, notice.RowKey));
        SplitText.Write(entity, Items, NoticeText.Write(notice.Items));
        return new TableTransactionAction(TableTransactionActionType.Add, entity);
    }

    /// <summary>The notice of an entity.</summary>
    public static StoredNotice ToNotice(TableEntity entity)
    {
        var key = entity.RowKey[NoticePrefix.Length..entity.RowKey.LastIndexOf('|')];
        return DigestKey.TryParse(key, out var digest)
            ? new StoredNotice(
                entity.PartitionKey,
                entity.RowKey,
                digest,
                NoticeText.Read(SplitText.Read(entity, Items))
            )
            : throw new InvalidOperationException($"'{entity.RowKey}' is not the key of a notice.");
    }

    private async Task RemoveOneByOneAsync(
        string partition,
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        foreach (var notice in notices)
        {
            await table.DeleteEntityAsync(partition, notice.RowKey, ETag.All, cancellationToken);
        }
    }
}
