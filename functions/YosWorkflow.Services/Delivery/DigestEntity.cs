using System.Collections.Immutable;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Delivery;

/// <summary>A digest as an entity of the outbox.</summary>
internal static class DigestEntity
{
    private const char Separator = '|';

    public static (string Partition, string Row) KeyOf(DigestKey key) =>
        (IsoDate.Format(key.Day), $"{key.PersonId}{Separator}{Codes<Channel>.Of(key.Channel)}");

    public static TableEntity Write(StoredDigest digest)
    {
        var (partition, row) = KeyOf(digest.Key);
        var entity = SchemaVersion.Stamp(new TableEntity(partition, row));
        SplitText.Write(entity, nameof(StoredDigest.Items), NoticeText.Write(digest.Items));
        SplitText.Write(entity, nameof(StoredDigest.NoticeKeys), string.Join('\n', digest.NoticeKeys));
        SplitText.Write(entity, nameof(StoredDigest.Undelivered), string.Join('\n', digest.Undelivered));
        entity[nameof(StoredDigest.State)] = Codes<DigestState>.Of(digest.State);
        entity[nameof(StoredDigest.CreatedAt)] = digest.CreatedAt;
        entity[nameof(StoredDigest.ChangedAt)] = digest.ChangedAt;
        entity[nameof(StoredDigest.Attempts)] = digest.Attempts;
        entity[nameof(StoredDigest.ClaimedBy)] = digest.ClaimedBy;
        entity[nameof(StoredDigest.NotBefore)] = digest.NotBefore;
        entity[nameof(StoredDigest.Reason)] = digest.Reason;
        entity[nameof(StoredDigest.MayBeDoubled)] = digest.MayBeDoubled;
        entity[nameof(StoredDigest.ProviderId)] = digest.ProviderId;
        entity[nameof(StoredDigest.ParkedTold)] = digest.ParkedTold;
        entity[nameof(StoredDigest.Cause)] = digest.Cause is { } cause ? Codes<RefusalCause>.Of(cause) : null;
        entity[nameof(StoredDigest.RetriedAt)] = digest.RetriedAt;
        entity[nameof(StoredDigest.LastEvent)] = digest.LastEvent is { } last
            ? Codes<DeliveryEventKind>.Of(last)
            : null;
        entity[nameof(StoredDigest.LastEventAt)] = digest.LastEventAt;
        return entity;
    }

    public static StoredDigest Read(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return new StoredDigest
        {
            Key = DigestKey.TryParse($"{entity.PartitionKey}{Separator}{entity.RowKey}", out var key)
                ? key
                : throw new InvalidOperationException(
                    $"'{entity.PartitionKey}', '{entity.RowKey}' is not the key of a digest."
                ),
            Items = NoticeText.Read(SplitText.Read(entity, nameof(StoredDigest.Items))),
            NoticeKeys = Lines(entity, nameof(StoredDigest.NoticeKeys)),
            Undelivered = Lines(entity, nameof(StoredDigest.Undelivered)),
            State = Codes<DigestState>.Read(entity.GetString(nameof(StoredDigest.State))),
            CreatedAt = entity.GetDateTimeOffset(nameof(StoredDigest.CreatedAt)) ?? default,
            ChangedAt = entity.GetDateTimeOffset(nameof(StoredDigest.ChangedAt)) ?? default,
            Attempts = entity.GetInt32(nameof(StoredDigest.Attempts)) ?? 0,
            ClaimedBy = entity.GetString(nameof(StoredDigest.ClaimedBy)),
            NotBefore = entity.GetDateTimeOffset(nameof(StoredDigest.NotBefore)),
            Reason = entity.GetString(nameof(StoredDigest.Reason)),
            MayBeDoubled = entity.GetBoolean(nameof(StoredDigest.MayBeDoubled)) ?? false,
            ProviderId = entity.GetString(nameof(StoredDigest.ProviderId)),
            ParkedTold = entity.GetBoolean(nameof(StoredDigest.ParkedTold)) ?? false,
            Cause = Code<RefusalCause>(entity, nameof(StoredDigest.Cause)),
            RetriedAt = entity.GetDateTimeOffset(nameof(StoredDigest.RetriedAt)),
            LastEvent = Code<DeliveryEventKind>(entity, nameof(StoredDigest.LastEvent)),
            LastEventAt = entity.GetDateTimeOffset(nameof(StoredDigest.LastEventAt)),
            ETag = entity.ETag,
        };
    }

    private static T? Code<T>(TableEntity entity, string name)
        where T : struct, Enum => entity.GetString(name) is { } code ? Codes<T>.Read(code) : null;

    private static ImmutableArray<string> Lines(TableEntity entity, string name) =>
        [.. SplitText.Read(entity, name).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
