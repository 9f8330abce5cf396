namespace YosWorkflow.Local.Serving;

/// <summary>
/// Nobody signs in to the local host, so whoever sits at the machine may do everything. A web page that is open in the same
/// browser must not be able to do it in their name: browsers say where a request comes from.
/// </summary>
internal static class OwnPagesOnly
{
    private const string Site = "Sec-Fetch-Site";

    /// <summary>Refuses what changes something and comes from another site's page.</summary>
    public static void UseOwnPagesOnly(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (Changes(context.Request) && IsForeign(context.Request))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    await context.Response.WriteAsync(
                        "This request comes from a page of another site.",
                        context.RequestAborted
                    );
                    return;
                }

                await next(context);
            }
        );

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    // Programs send neither of the two; browsers send at least the second with whatever changes something.
    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers[Site].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}";
    }
}
