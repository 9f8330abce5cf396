#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>Takes in staff, cases and milestones.</summary>
public sealed class ImportCaseloadRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
