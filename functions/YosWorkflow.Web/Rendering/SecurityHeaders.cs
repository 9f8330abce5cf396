using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Rendering;

/// <summary>What every answer tells the browser not to do with it.</summary>
internal static class SecurityHeaders
{
    private const string NothingButOurs =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // An email in a frame without an address of its own is under the policy of the page around it, and emails carry their
    // style inline. The frame is sandboxed, so that nothing in it runs.
    private const string WithEmailsInside =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private const string OverHttpsForAYear = "max-age=31536000; includeSubDomains";

    /// <summary>Sets the headers of the answer to a request. Answers are personal, so nothing keeps them.</summary>
    public static void Set(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        if (CameByHttps(request))
        {
            headers.StrictTransportSecurity = OverHttpsForAYear;
        }

        headers.ContentSecurityPolicy = NothingButOurs;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    /// <summary>Lets Teams show a page inside itself. Only for one that shows nothing of anybody.</summary>
    public static void AllowTeamsToFrame(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = NothingButOurs.Replace(
            "frame-ancestors 'none'",
            "frame-ancestors https://teams.microsoft.com https://teams.cloud.microsoft",
            StringComparison.Ordinal
        );
        response.Headers.Remove("X-Frame-Options");
    }

    /// <summary>Lets a page that stands by itself carry the one style with this hash.</summary>
    public static void AllowStyle(HttpResponse response, string hash) =>
        response.Headers.ContentSecurityPolicy = NothingButOurs.Replace(
            "style-src 'self'",
            $"style-src '{hash}'",
            StringComparison.Ordinal
        );

    /// <summary>Lets a page show emails as they look.</summary>
    public static void AllowEmails(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = WithEmailsInside;

    /// <summary>Lets a page run our own script, which calls our own addresses.</summary>
    public static void AllowOurScript(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = NothingButOurs + "; script-src 'self'; connect-src 'self'";

    // The platform takes https off before the app, and says so. Who says so falsely gets a header that browsers leave out of account.
    private static bool CameByHttps(HttpRequest request) =>
        request.IsHttps
        || request.Headers["X-Forwarded-Proto"].Contains("https", StringComparer.OrdinalIgnoreCase);
}
