using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Access;

/// <summary>
/// Says from which site's page a request comes. A browser sends a person's cookies, and reaches a person's machine, whatever page is
/// open; so what changes something must not come from another site's. Browsers say where from, and no page can change what they say.
/// </summary>
internal static class PageOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>
    /// True if it comes from one of our pages, or from the person directly; false if from another site's; null if it does not say,
    /// as requests of programs don't.
    /// </summary>
    /// <remarks>
    /// The first header counts where it is there: our pages send no referrer, and then <c>Origin</c> is <c>null</c> even for
    /// themselves. Another port of the same host is <c>same-site</c>, and so another site here.
    /// </remarks>
    public static bool? IsOurs(HttpRequest request, string publicUrl)
    {
        var site = request.Headers[FetchSite];
        if (site.Count > 0)
        {
            return site is [("same-origin" or "none")];
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0
            ? null
            : origin is [{ } one]
                && (one == $"{request.Scheme}://{request.Host}" || one == OriginOf(publicUrl));
    }

    private static string OriginOf(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);
}
