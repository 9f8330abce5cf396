using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>
/// Shows how far an import is that goes on by itself, and leads to what it did once it is done. It looks again by itself only where
/// that was asked for (<c>every</c>, in seconds): a page that moves under a reader's hands is a page that can't be read.
/// </summary>
public sealed class ImportProgressPageRoute(StagedImport import, ImportRunTable runs, Site site)
    : IRouteHandler
{
    /// <summary>After how many seconds it looks again by itself, where that is asked for.</summary>
    public const int Often = 5;

    private const int Seldom = 60;

    // Two instances' clocks differ by less.
    private static readonly TimeSpan Clocks = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var since = fields.WholeNumber(ImportAddress.SinceField, 0, int.MaxValue);
        var every = fields.WholeNumber(ImportAddress.EveryField, Often, Seldom);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (ImportAddress.Read(request) is not { } id)
        {
            return Problem.NotFound("There is no such import.");
        }

        if (since is null)
        {
            return new SeeOther(ImportAddress.Preview(id));
        }

        var begun = DateTimeOffset.FromUnixTimeSeconds(since.Value);
        if (await import.FindAsync(id, cancellationToken) is not { } files)
        {
            return await EndAsync(id, begun, cancellationToken);
        }

        var model = new ImportProgressModel(id, begun, site.Moment(begun), files.Written, every);
        return await Page.RenderAsync<ImportProgressPage>(request, model);
    }

    // An earlier import of the same files is not this one.
    private async Task<IResult> EndAsync(
        string id,
        DateTimeOffset begun,
        CancellationToken cancellationToken
    ) =>
        await runs.FindAsync(id, cancellationToken) is { } run && run.At > begun - Clocks
            ? new SeeOther(ImportAddress.Report(id))
            : Problem.NotFound(
                "This import is not under way any more: it has broken off, or was thrown away. What it had written counts. "
                    + "Choose the files again to go on with it."
            );
}
