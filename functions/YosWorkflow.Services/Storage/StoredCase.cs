using Azure;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>A case as it was read, or as it is to be written over the version that was read.</summary>
/// <param name="Case">The case.</param>
/// <param name="MovedFrom">The team it is still coming from; null if it is where it belongs. See <see cref="CaseMoves"/>.</param>
/// <param name="ETag">The version that was read; a write on another version fails.</param>
public sealed record StoredCase(Case Case, string? MovedFrom, ETag ETag);
