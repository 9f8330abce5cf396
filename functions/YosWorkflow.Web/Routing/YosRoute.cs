namespace YosWorkflow.Web.Routing;

/// <summary>A route of the service: the same in every host.</summary>
/// <param name="Method">Its HTTP method, in capitals. GET answers HEAD as well.</param>
/// <param name="Template">Its template, such as <c>/api/chases/{date}</c>. What is below <c>/api</c> is for programs, the rest for people.</param>
/// <param name="Handler">What answers it: an <see cref="IRouteHandler"/>, which answers no other route.</param>
/// <param name="Access">Who may call it.</param>
public sealed record YosRoute(string Method, string Template, Type Handler, RouteAccess Access)
{
    /// <summary>How often one address may call it; null: as often as it likes, for it has to say who it is.</summary>
    public RouteLimit? Limit { get; init; }

    /// <summary>The methods it answers.</summary>
    public IReadOnlyList<string> Methods => Method == "GET" ? ["GET", "HEAD"] : [Method];

    /// <summary>Whether it changes nothing.</summary>
    public bool IsSafe => Method == "GET";

    /// <summary>Whether it is for programs, and answers in JSON.</summary>
    public bool IsForPrograms => Template.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether it is what a form on a page is sent to.</summary>
    public bool IsForm => !IsSafe && !IsForPrograms;

    internal static YosRoute Get<T>(string template, RouteAccess access = RouteAccess.Restricted)
        where T : IRouteHandler => new("GET", template, typeof(T), access);

    internal static YosRoute Post<T>(string template, RouteAccess access = RouteAccess.Restricted)
        where T : IRouteHandler => new("POST", template, typeof(T), access);

    internal static YosRoute Put<T>(string template, RouteAccess access = RouteAccess.Restricted)
        where T : IRouteHandler => new("PUT", template, typeof(T), access);
}
