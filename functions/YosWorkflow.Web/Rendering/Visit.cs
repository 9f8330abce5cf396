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
    /// <summary>After how long a caseload is stale: it comes each working day, and an ordinary weekend is no cause for alarm.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(3);

    /// <summary>When the caseload that the page shows was imported, in the service's own time; null if it shows none, or that is not known.</summary>
    public DateTimeOffset? ImportedAt { get; init; }

    /// <summary>Whether that is so long ago that what was recorded since may be missing.</summary>
    public bool IsStale { get; init; }

    /// <summary>How many storage transactions the page took, where that is for them to know; null otherwise.</summary>
    public long? Transactions { get; init; }

    /// <summary>Where the platform signs people out.</summary>
    public const string PlatformSignOut = "/.auth/logout";

    /// <summary>Whether obligations may be of use to them.</summary>
    public bool MaySeeCases => Caller is not Caller.Person || Caller.Viewer.MaySeeCases;

    /// <summary>Whether a team's page may be of use to them.</summary>
    public bool LeadsTeams => Caller.Viewer.SeesEveryCase || Caller.Viewer.LedTeams.Any();

    /// <summary>Whether they are signed in, be they of the service or not.</summary>
    public bool IsSignedIn => Caller is Caller.Person or Caller.Stranger;

    /// <summary>Who sends a request, once all that is needed to answer it has been read.</summary>
    public static Visit Of(HttpRequest request)
    {
        var services = request.HttpContext.RequestServices;
        var signIn = services.GetService<DevelopmentSignIn>();
        var imported = request.SentBy().Viewer.IsOfNothing ? null : request.PeopleRead()?.ImportedAt;
        var now = services.GetService<TimeProvider>()?.GetUtcNow();
        return new Visit(
            request.SentBy(),
            signIn?.IsOffered(request) == true
                ? DevelopmentSignIn.Address(ReturnAddress.Of(request.Path + request.QueryString))
                : null,
            services.GetService<YosSettings>()?.PlatformSignIn == true
        )
        {
            ImportedAt = imported is { } at ? services.GetRequiredService<Site>().ToLocal(at) : null,
            IsStale = now - imported > StaleAfter,
            Transactions = request.SentBy().Viewer.RunsTheSoftware
                ? PageCost.Of(request.HttpContext)?.Total
                : null,
        };
    }
}
