using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.SignIn;

/// <summary>Signs out whoever is signed in, and leads home.</summary>
public sealed class SignOutRoute(DevelopmentSignIn signIn) : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        signIn.SignOut(request);
        return Task.FromResult<IResult>(new SeeOther(ReturnAddress.Home));
    }
}
