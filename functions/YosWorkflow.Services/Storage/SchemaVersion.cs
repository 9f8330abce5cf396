using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// The version of the shape in which an entity was written. Every entity carries it, and readers take the current one and the
/// one before, so that an older and a newer version of the software can run side by side while one replaces the other.
/// </summary>
public static class SchemaVersion
{
    /// <summary>The version that is written.</summary>
    public const int Current = 1;

    /// <summary>The oldest version that is read.</summary>
    public const int Oldest = Current > 1 ? Current - 1 : 1;

    /// <summary>The property that holds it.</summary>
    public const string Property = "Schema";

    /// <summary>Marks an entity as written in the current version, and gives it back.</summary>
    public static TableEntity Stamp(TableEntity entity)
    {
        entity[Property] = Current;
        return entity;
    }

    /// <summary>The version of an entity that was read.</summary>
    /// <exception cref="UnknownSchemaException">It has none, or one that this software does not read.</exception>
    public static int Of(TableEntity entity) =>
        entity.GetInt32(Property) is { } version and >= Oldest and <= Current
            ? version
            : throw new UnknownSchemaException(entity);
}
