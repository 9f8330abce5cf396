using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.SignIn;

/// <summary>
/// A sign-in without a password, to see the service as somebody sees it. It exists only where a host adds it, in an installation for
/// development outside Azure, and only for who sits at that very machine.
/// </summary>
public sealed class DevelopmentSignIn(YosSettings settings, TimeProvider clock)
{
    internal const string Path = "/sign-in";
    internal const string OutPath = "/sign-out";
    internal const string ReturnField = "return";

    private readonly SignInSessions sessions = new(clock);

    /// <summary>Whether it exists for who sends a request.</summary>
    public bool IsOffered(HttpRequest request) =>
        settings is { Environment: ServiceEnvironment.Development, InAzure: false }
        && OwnMachine.Sent(request);

    /// <summary>Where to sign in, to get to an address of ours afterwards.</summary>
    internal static string Address(string back) =>
        Addresses.With(Path, (ReturnField, back == ReturnAddress.Home ? null : back));

    /// <summary>The staff id of who is signed in; empty if they were, and no longer are; null if there is no word of it.</summary>
    internal string? SignedInAs(HttpRequest request) =>
        IsOffered(request) && request.Cookies.TryGetValue(NameFor(request), out var token)
            ? sessions.StaffIdOf(token) ?? ""
            : null;

    /// <summary>Signs somebody in.</summary>
    internal void SignIn(HttpRequest request, string staffId)
    {
        End(request);
        request.HttpContext.Response.Cookies.Append(
            NameFor(request),
            sessions.Begin(staffId),
            OptionsFor(request)
        );
    }

    /// <summary>Signs whoever is signed in out: their cookie counts no longer, even if somebody has kept it.</summary>
    internal void SignOut(HttpRequest request)
    {
        End(request);
        request.HttpContext.Response.Cookies.Delete(NameFor(request), OptionsFor(request));
    }

    private void End(HttpRequest request)
    {
        if (request.Cookies.TryGetValue(NameFor(request), out var token))
        {
            sessions.End(token);
        }
    }

    // Hosts on other ports of a machine share its cookies.
    private static string NameFor(HttpRequest request) =>
        "yos-sign-in-" + request.HttpContext.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);

    private static CookieOptions OptionsFor(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
            IsEssential = true,
        };
}
