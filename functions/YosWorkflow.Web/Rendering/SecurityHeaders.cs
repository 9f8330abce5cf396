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

    /// <summary>Sets the headers. Answers are personal, so nothing keeps them.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
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

    /// <summary>Lets a page show emails as they look.</summary>
    public static void AllowEmails(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = WithEmailsInside;
}
