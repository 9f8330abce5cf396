using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Access;

/// <summary>What is below <c>/api</c> is for programs, and answered to them; the rest is for people.</summary>
internal static class Api
{
    /// <summary>Whether a request is for a program's address.</summary>
    public static bool Has(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
