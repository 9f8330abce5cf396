using System.Text;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>Gives the description of the programming interface, which says nothing of anybody.</summary>
public sealed class OpenApiRoute : IRouteHandler
{
    /// <summary>The route itself, described.</summary>
    public static ApiOperation Operation { get; } =
        new(typeof(OpenApiRoute), "readOpenApi", "Read this description")
        {
            Text = "This description, as an OpenAPI 3.1 document. The same to read: /api-docs.",
            Answers = [new(200, "The document.") { OtherTypes = ["application/json"] }],
        };

    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Text(OpenApiText.Value, "application/json", Encoding.UTF8));
}
