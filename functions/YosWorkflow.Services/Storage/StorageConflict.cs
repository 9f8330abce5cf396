using Azure;

namespace YosWorkflow.Services.Storage;

/// <summary>Tells apart, among the answers of Table Storage, those that mean that somebody else was first.</summary>
internal static class StorageConflict
{
    /// <summary>Whether a write failed because the entity exists already, has changed, or is gone.</summary>
    public static bool Is(RequestFailedException error) => error.Status is 404 or 409 or 412;
}
