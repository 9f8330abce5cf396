using System.Collections.Immutable;
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

    private readonly TableClient table = storage.Table(TableName.Chasing);
    private readonly ToldRows rows = new(storage.Table(TableName.Chasing));

    /// <summary>What was told and acknowledged in a team: one partition query, without its notices.</summary>
    public async Task<TeamRecord> ReadTeamAsync(string team, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, ToldOnCase>(StringComparer.Ordinal);
        var acknowledged = new List<Acknowledgement>();
        var noticesEnd = StorageKey.PrefixEnd(ToldRows.NoticePrefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {team} and (RowKey lt {ToldRows.NoticePrefix} or RowKey ge {noticesEnd})"
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
                told[entity.RowKey[ChasingRow.ToldPrefix.Length..]] = ToldRows.ToTold(entity);
            }
        }

        return new TeamRecord(told, acknowledged.ToLookup(item => item.CaseRef, StringComparer.Ordinal));
    }

    /// <summary>
    /// Writes what is told on some cases together with the notices that tell it, in one transaction: both or neither. False,
    /// with nothing written, if somebody else has written any of it since it was read.
    /// </summary>
    public Task<bool> TryRecordAsync(
        string team,
        IReadOnlyCollection<(string CaseRef, ToldOnCase? Before, ImmutableArray<ToldMark> Marks)> told,
        IReadOnlyCollection<StoredNotice> notices,
        CancellationToken cancellationToken
    ) => rows.TryRecordAsync(team, told, notices, cancellationToken);

    /// <summary>The notices of a team that are not yet in a digest, those decided up to a day: one partition query.</summary>
    public Task<IReadOnlyList<StoredNotice>> ReadNoticesAsync(
        string team,
        DateOnly upTo,
        CancellationToken cancellationToken
    ) => rows.ReadNoticesAsync(team, upTo, cancellationToken);

    /// <summary>Removes notices of a team that are in a digest now, up to a hundred a transaction.</summary>
    public Task RemoveNoticesAsync(
        string team,
        IEnumerable<StoredNotice> notices,
        CancellationToken cancellationToken
    ) => rows.RemoveNoticesAsync(team, notices, cancellationToken);

    /// <summary>Keeps an acknowledgement. One that is kept already, word for word, is left as it is.</summary>
    public async Task AddAcknowledgementAsync(
        string team,
        Acknowledgement acknowledgement,
        CancellationToken cancellationToken
    )
    {
        var text = StorageJson.Write(acknowledgement);
        var row =
            $"{ChasingRow.Acknowledgements(acknowledgement.CaseRef)}{acknowledgement.RuleId}|{IsoDate.Format(acknowledgement.ClockStarted)}|{ToldRows.Fingerprint(text)}";
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
        ToldRows.Notice(team, digest, items);
}
