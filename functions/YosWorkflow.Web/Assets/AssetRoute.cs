using System.Text;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Assets;

/// <summary>The pages' style sheet, script and icon.</summary>
public sealed class AssetRoute : IRouteHandler
{
    private static readonly byte[] Icon = Encoding.UTF8.GetBytes(EmbeddedAsset.ReadText("icon.svg"));

    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.RouteValues["name"] switch
            {
                "site.css" => Keep(request, StyleSheet.Content, "text/css; charset=utf-8"),
                "site.js" => Keep(request, SiteScript.Content, "text/javascript; charset=utf-8"),
                "icon.svg" => Keep(request, Icon, "image/svg+xml"),
                _ => Problem.NotFound("There is no such asset."),
            }
        );

    // The addresses of the sheet and the script change with their content; the icon's does not, and a day is soon enough for a new one.
    private static AssetResult Keep(HttpRequest request, ReadOnlyMemory<byte> content, string type)
    {
        request.HttpContext.Response.Headers.CacheControl = request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "public, max-age=86400";
        return new AssetResult(content, type);
    }
}
