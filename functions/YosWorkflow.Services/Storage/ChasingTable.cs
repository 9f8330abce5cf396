using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>What is kept of chasing, a partition a team: what was told, notices not yet in a digest, acknowledgements.</summary>
public sealed class ChasingTable(TableStorage storage)
{
    /// <summary>The most rows that one transaction can write.</summary>
    public const int MostInTransaction = EntityBatches.MaxEntities;

    private const string NoticePrefix = "notice|";

    private readonly TableClient table = storage.Table(TableName.Chasing);

    /// <summary>What was told and acknowledged in a team: one partition query, without its notices.</summary>
    public async Task<TeamRecord> ReadTeamAsync(string team, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, ToldOnCase>(StringComparer.Ordinal);
        var acknowledged = new List<Acknowledgement>();
        var noticesEnd = StorageKey.PrefixEnd(NoticePrefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and (RowKey lt {NoticePrefix} or RowKey ge {noticesEnd})"
        );
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            _ = SchemaVersion.Of(entity);
            if (entity.RowKey.StartsWith(ChasingRow.AcknowledgementPrefix, StringComparison.Ordinal))
            {
                acknowledged.Add(StorageJson.Read<Acknowledgement>(entity.GetString("Acknowledgement"))!);
            }
            else if (!entity.ContainsKey(ChasingRow.MovedTo))
            {
                told[entity.RowKey[ChasingRow.ToldPrefix.Length..]] = new ToldOnCase(
                    ToldText.Read(SplitText.Read(entity, "Marks")),
                    entity.ETag
                );
            }
        }

        return new TeamRecord(told, acknowledged.ToLookup(item => item.CaseRef, StringComparer.Ordinal));
    }

    /// <summary>
    /// Writes what is told on some cases together with the notices that tell it, in one transaction: both or neither. False,
    /// with nothing written, if somebody else has written any of it since it was read.
    /// </summary>
    public async Task<bool> TryRecordAsync(
        string team,
        IReadOnlyCollection<(string CaseRef, ToldOnCase? Before, ImmutableArray<ToldMark> Marks)> told,
        IReadOnlyCollection<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        var actions = told.Select(item => ToldAction(team, item.CaseRef, item.Before, item.Marks))
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

    /// <summary>The notices of a team that are not yet in a digest, those decided up to a day: one partition query.</summary>
    public async Task<IReadOnlyList<StoredNotice>> ReadNoticesAsync(
        string team,
        DateOnly upTo,
        CancellationToken cancellationToken
    )
    {
        var end = StorageKey.PrefixEnd($"{NoticePrefix}{IsoDate.Format(upTo)}{StorageKey.Separator}");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and RowKey ge {NoticePrefix} and RowKey lt {end}"
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

    /// <summary>Removes notices of a team that are in a digest now, up to a hundred a transaction.</summary>
    public async Task RemoveNoticesAsync(
        string team,
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in notices.Chunk(MostInTransaction))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    chunk.Select(notice => new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(team, notice.RowKey) { ETag = ETag.All }
                    )),
                    cancellationToken
                );
            }
            catch (RequestFailedException error) when (error.Status == 404)
            {
                await RemoveOneByOneAsync(team, chunk, cancellationToken);
            }
        }
    }

    /// <summary>Keeps an acknowledgement. One that is kept already, word for word, is left as it is.</summary>
    public async Task AddAcknowledgementAsync(
        string team,
        Acknowledgement acknowledgement,
        CancellationToken cancellationToken
    )
    {
        var text = StorageJson.Write(acknowledgement);
        var row =
            $"{ChasingRow.Acknowledgements(acknowledgement.CaseRef)}{acknowledgement.RuleId}|{IsoDate.Format(acknowledgement.ClockStarted)}|{Fingerprint(text)}";
        var entity = SchemaVersion.Stamp(new TableEntity(team, row));
        entity["Acknowledgement"] = text;
        try
        {
            await table.AddEntityAsync(entity, cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            // The key is made of the content: it is the same acknowledgement.
        }
    }

    /// <summary>The notice of a person's items in a team, keyed by its content.</summary>
    public static StoredNotice Notice(string team, DigestKey digest, ImmutableArray<NoticeItem> items) =>
        new(team, $"{NoticePrefix}{digest}|{Fingerprint(NoticeText.Write(items))}", digest, items);

    private static TableTransactionAction ToldAction(
        string team,
        string caseRef,
        ToldOnCase? before,
        ImmutableArray<ToldMark> marks
    )
    {
        var entity = SchemaVersion.Stamp(new TableEntity(team, ChasingRow.Told(caseRef)));
        SplitText.Write(entity, "Marks", ToldText.Write(marks));
        return before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, before.ETag);
    }

    internal static TableTransactionAction NoticeAction(StoredNotice notice)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(notice.Team, notice.RowKey));
        SplitText.Write(entity, "Items", NoticeText.Write(notice.Items));
        return new TableTransactionAction(TableTransactionActionType.Add, entity);
    }

    internal static StoredNotice ToNotice(TableEntity entity)
    {
        var key = entity.RowKey[NoticePrefix.Length..entity.RowKey.LastIndexOf('|')];
        return DigestKey.TryParse(key, out var digest)
            ? new StoredNotice(
                entity.PartitionKey,
                entity.RowKey,
                digest,
                NoticeText.Read(SplitText.Read(entity, "Items"))
            )
            : throw new InvalidOperationException($"'{entity.RowKey}' is not the key of a notice.");
    }

    private async Task RemoveOneByOneAsync(
        string team,
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    )
    {
        foreach (var notice in notices)
        {
            await table.DeleteEntityAsync(team, notice.RowKey, ETag.All, cancellationToken);
        }
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
