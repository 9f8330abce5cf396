using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Access;

/// <summary>
/// Decides whether a request gets to the handler of its route. Which rows it then sees is for the handler to decide, by the caller's
/// <see cref="Core.Caseload.Viewer"/>.
/// </summary>
public sealed class RouteGate(
    YosSettings settings,
    Callers callers,
    RouteLimits limits,
    DevelopmentSignIn? developmentSignIn = null
)
{
    private const string PlatformSignIn = "/.auth/login/aad";

    /// <summary>The answer to a request that does not get to its handler; null if it does, and then its caller is known.</summary>
    internal async Task<IResult?> RefusalAsync(
        YosRoute route,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (route.Access == RouteAccess.Development && developmentSignIn?.IsOffered(request) != true)
        {
            return UnknownRoute.NothingHere();
        }

        if (limits.Refusal(route, request) is { } tooMany)
        {
            return tooMany;
        }

        // Browsers say where a form was sent from; what does not say so is no form of ours.
        if (route.IsForm && PageOrigin.IsOurs(request, settings.PublicUrl) != true)
        {
            return ForeignPage();
        }

        if (route.Access is RouteAccess.Anyone or RouteAccess.Development)
        {
            return null;
        }

        var caller = await callers.IdentifyAsync(request, cancellationToken);
        request.IsBy(caller);
        return caller switch
        {
            Caller.Nobody => (
                route.IsForm ? await SignedOutForms.AnswerAsync(request, cancellationToken) : null
            ) ?? WayIn(route, request),
            Caller.Stranger stranger => Problem.Result(ProblemKind.NoPlaceHere, SentenceTo(stranger)),
            _ when !IsOpenTo(caller, route) => Problem.Result(
                ProblemKind.NotYours,
                "This is for those who look after the service, and you are not one of them."
            ),
            _ when ComesUnasked(caller, route) && PageOrigin.IsOurs(request, settings.PublicUrl) == false =>
                ForeignPage(),
            _ => null,
        };
    }

    private static bool IsOpenTo(Caller caller, YosRoute route) =>
        route.Access switch
        {
            RouteAccess.Software => caller.Viewer.RunsTheSoftware,
            RouteAccess.WholeService => caller.Viewer.SeesEveryCase,
            RouteAccess.Deliveries => caller.Viewer.SeesDeliveries,
            _ => true,
        };

    // A browser sends no key on its own; it does send cookies, whatever page makes it, and reaches a developer's machine without
    // anything. A link to a page may be anywhere.
    private static bool ComesUnasked(Caller caller, YosRoute route) =>
        caller switch
        {
            Caller.Machine => false,
            Caller.Developer => route.IsForPrograms || !route.IsSafe,
            _ => !route.IsSafe,
        };

    private IResult WayIn(YosRoute route, HttpRequest request)
    {
        if (route.IsForPrograms || !route.IsSafe)
        {
            return Problem.Result(
                ProblemKind.NotSignedIn,
                "Nobody is signed in, and there is no function key."
            );
        }

        var back = ReturnAddress.Of(request.Path + request.QueryString);
        return settings.PlatformSignIn
                ? Results.Redirect($"{PlatformSignIn}?post_login_redirect_uri={Uri.EscapeDataString(back)}")
            : developmentSignIn?.IsOffered(request) == true
                ? Results.Redirect(DevelopmentSignIn.Address(back))
            : Problem.Result(
                ProblemKind.SignInMissing,
                "Pages are shown to people who are signed in, and this app has no sign-in."
            );
    }

    private static string SentenceTo(Caller.Stranger stranger) =>
        stranger.WhomToAsk.Count == 0
            ? $"{stranger.Why} Ask whoever looks after the staff list."
            : $"{stranger.Why} Ask an administrator: {string.Join(" or ", stranger.WhomToAsk)}.";

    private static IResult ForeignPage() =>
        Problem.Result(
            ProblemKind.ForeignPage,
            "What changes something has to come from a page of this service, and the request does not say that it does."
        );
}
