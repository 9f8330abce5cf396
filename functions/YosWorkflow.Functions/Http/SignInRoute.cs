using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>Leads somebody who is not signed in to the platform's sign-in, and from there back to the page.</summary>
internal sealed class SignInRoute : IRouteHandler
{
    private const string Address = "/.auth/login/aad?post_login_redirect_uri=";

    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(
            Results.Redirect(Address + Uri.EscapeDataString($"{request.Path}{request.QueryString}"))
        );
}

/// <summary>Says that pages need the platform's sign-in, where that is not switched on.</summary>
internal sealed class NoSignInRoute : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(
            Problem.Result(
                ProblemKind.SignInMissing,
                "Pages are shown to people who are signed in, and this app has no sign-in."
            )
        );
}
