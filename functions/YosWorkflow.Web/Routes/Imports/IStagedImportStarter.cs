using YosWorkflow.Services.Import;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>
/// Goes on by itself with a large import that was confirmed on a page: the Functions app by an orchestration, the local host on a
/// task of its own. A host may put one into the request's features, otherwise it is taken from the services; where there is none,
/// the page does a part at a time.
/// </summary>
public interface IStagedImportStarter
{
    /// <summary>
    /// Starts the import of files that are staged, or finds it under way. How far it is stands in <see cref="StagedImport.FindAsync"/>.
    /// </summary>
    Task StartAsync(string id, CancellationToken cancellationToken);
}
