using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Access;

/// <summary>
/// What a host puts into a request's features when it has checked a function key itself. Nothing that a request carries can put it
/// there.
/// </summary>
public sealed class FunctionKey
{
    private FunctionKey() { }

    private static FunctionKey Checked { get; } = new();

    /// <summary>Notes that the host has checked the key of a request, and gives the request back.</summary>
    public static HttpRequest WasChecked(HttpRequest request)
    {
        request.HttpContext.Features.Set(Checked);
        return request;
    }

    internal static bool IsWith(HttpRequest request) =>
        request.HttpContext.Features.Get<FunctionKey>() is not null;
}
