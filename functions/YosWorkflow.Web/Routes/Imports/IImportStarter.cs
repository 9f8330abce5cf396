using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>
/// Takes over imports that would keep whoever sends them waiting. A host that can go on with an import by itself puts one into
/// the request's features; where there is none, every import is done at once.
/// </summary>
public interface IImportStarter
{
    /// <summary>Starts an import, or finds that of the same files under way. Files that are refused are not started.</summary>
    Task<StartedImport> StartAsync(
        ImportFiles files,
        HttpRequest request,
        CancellationToken cancellationToken
    );
}

/// <summary>What came of starting an import.</summary>
/// <param name="Location">Where its progress can be seen; null if the files were refused.</param>
/// <param name="Refusal">Why the files were refused; null if they were not.</param>
public sealed record StartedImport(string? Location, ImportReport? Refusal);
