using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>The version in which an entity was written. Readers take the current one and the one before it.</summary>
internal static class EntitySchema
{
    private const string Property = "Schema";
    private const int Current = 1;

    /// <summary>A new entity of the current version.</summary>
    public static TableEntity New(string partition, string row) =>
        new(partition, row) { [Property] = Current };

    /// <summary>The entity, if this software can read it.</summary>
    /// <exception cref="InvalidOperationException">It was written by a newer version, or one too old.</exception>
    public static TableEntity Readable(TableEntity entity) =>
        entity.GetInt32(Property) is { } version && version is >= Current - 1 and <= Current
            ? entity
            : throw new InvalidOperationException(
                $"The entity {entity.PartitionKey} / {entity.RowKey} is of schema {entity.GetInt32(Property)}; this version reads {Current - 1} and {Current}."
            );
}
