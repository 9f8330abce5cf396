using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routing;

/// <summary>
/// Answers what no route answers: 405 with <c>Allow</c> where a route has the path but not the method, else 404. Hosts put
/// it behind a template that catches everything.
/// </summary>
public sealed class UnknownRoute : IRouteHandler
{
    private static readonly TemplateMatcher[] Matchers =
    [
        .. YosRoutes.All.Select(route => new TemplateMatcher(
            TemplateParser.Parse(route.Template.TrimStart('/')),
            []
        )),
    ];

    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var allowed = AllowedAt(request.Path);
        if (allowed.Length == 0)
        {
            return Task.FromResult(NothingHere());
        }

        request.HttpContext.Response.Headers.Allow = allowed;
        return Task.FromResult(
            Problem.Result(ProblemKind.MethodNotAllowed, $"This address answers {allowed} only.")
        );
    }

    /// <summary>The answer at an address that does not exist, or not for who asks.</summary>
    internal static IResult NothingHere() => Problem.NotFound("There is nothing at this address.");

    private static string AllowedAt(PathString path) =>
        string.Join(
            ", ",
            YosRoutes
                .All.Where((_, index) => Matchers[index].TryMatch(path, []))
                .SelectMany(route => route.Methods)
        );
}
