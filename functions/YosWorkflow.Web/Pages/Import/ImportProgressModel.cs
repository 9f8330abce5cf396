using YosWorkflow.Services.Import;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>How far an import is that goes on by itself.</summary>
/// <param name="Id">The import.</param>
/// <param name="Begun">Since when it is under way.</param>
/// <param name="BegunAt">The same in words.</param>
/// <param name="Written">How much is written; null while the files are compared with what is known.</param>
/// <param name="Every">After how many seconds the page looks again by itself; null: it does not.</param>
public sealed record ImportProgressModel(
    string Id,
    DateTimeOffset Begun,
    string BegunAt,
    ImportWritten? Written,
    int? Every
);
