using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Rendering;

/// <summary>Who looks at a page, as far as the page shows it: their name, the links that are of use to them, and how they leave.</summary>
/// <param name="Caller">Who.</param>
/// <param name="SignInHref">Where they can sign in as somebody and come back, or null.</param>
/// <param name="PlatformSignsOut">Whether they sign out with the platform and not with the host.</param>
public sealed record Visit(Caller Caller, string? SignInHref, bool PlatformSignsOut)
{
    /// <summary>Where the platform signs people out.</summary>
    public const string PlatformSignOut = "/.auth/logout";

    /// <summary>Whether obligations may be of use to them.</summary>
    public bool MaySeeCases => Caller is not Caller.Person || Caller.Viewer.MaySeeCases;

    /// <summary>Whether a team's page may be of use to them.</summary>
    public bool LeadsTeams => Caller.Viewer.SeesEveryCase || Caller.Viewer.LedTeams.Any();

    /// <summary>Whether they are signed in, be they of the service or not.</summary>
    public bool IsSignedIn => Caller is Caller.Person or Caller.Stranger;

    /// <summary>Who sends a request.</summary>
    public static Visit Of(HttpRequest request)
    {
        var services = request.HttpContext.RequestServices;
        var signIn = services.GetService<DevelopmentSignIn>();
        return new Visit(
            request.SentBy(),
            signIn?.IsOffered(request) == true
                ? DevelopmentSignIn.Address(ReturnAddress.Of(request.Path + request.QueryString))
                : null,
            services.GetService<YosSettings>()?.PlatformSignIn == true
        );
    }
}
