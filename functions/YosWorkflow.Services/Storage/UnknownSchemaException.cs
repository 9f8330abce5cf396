using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>An entity was written by a version of the software whose shape this one does not read.</summary>
public sealed class UnknownSchemaException : Exception
{
    /// <summary>Names the entity and its version.</summary>
    public UnknownSchemaException(TableEntity entity)
        : base(
            $"'{entity.PartitionKey}', '{entity.RowKey}' has schema '{entity.GetInt32(SchemaVersion.Property)}'; "
                + $"this version reads {SchemaVersion.Oldest} to {SchemaVersion.Current}."
        ) { }

    /// <summary>For a message of its own.</summary>
    public UnknownSchemaException(string message)
        : base(message) { }

    /// <summary>For a message and a cause of its own.</summary>
    public UnknownSchemaException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Without a message.</summary>
    public UnknownSchemaException() { }
}
