using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Http;

/// <summary>
/// Answers pages to people who are signed in with the platform (App Service authentication), and sends others to its sign-in.
/// Where that is not switched on, nobody gets a page, except in development.
/// </summary>
/// <remarks>
/// The platform takes the headers of a principal off what comes from outside and sets them itself, but only where its
/// authentication is switched on; then it says so in <c>WEBSITE_AUTH_ENABLED</c>.
/// </remarks>
public sealed class SignedInPages(IHostEnvironment environment, IConfiguration configuration)
{
    /// <summary>The header in which the platform says who is signed in.</summary>
    internal const string Principal = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <summary>The setting by which the platform says that its authentication is switched on.</summary>
    internal const string Enabled = "WEBSITE_AUTH_ENABLED";

    /// <summary>Answers a page, or leads to the sign-in.</summary>
    public Task<IResult> RunAsync<THandler>(HttpRequest request, CancellationToken cancellationToken)
        where THandler : IRouteHandler
    {
        if (environment.IsDevelopment())
        {
            return RouteRunner.RunAsync<THandler>(request, cancellationToken);
        }

        if (!configuration.GetValue<bool>(Enabled))
        {
            return RouteRunner.RunAsync<NoSignInRoute>(request, cancellationToken);
        }

        return string.IsNullOrWhiteSpace(request.Headers[Principal])
            ? RouteRunner.RunAsync<SignInRoute>(request, cancellationToken)
            : RouteRunner.RunAsync<THandler>(request, cancellationToken);
    }
}
