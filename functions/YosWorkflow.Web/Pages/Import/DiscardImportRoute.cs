using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>Throws away files that are waiting. What was written of them stays.</summary>
public sealed class DiscardImportRoute(StagedImport import) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (ImportAddress.Read(request) is not { } id)
        {
            return Problem.NotFound("There is no such import.");
        }

        await import.DiscardAsync(id, cancellationToken);
        return new SeeOther(ImportAddress.Form);
    }
}
