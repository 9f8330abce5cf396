using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace YosWorkflow.Web.Routing;

/// <summary>Maps the routes as endpoints, for a host that is an ASP.NET Core application of its own.</summary>
public static class RouteMapping
{
    /// <summary>Maps every route of <see cref="YosRoutes.All"/>, and what answers unknown addresses.</summary>
    public static IEndpointRouteBuilder MapYosRoutes(this IEndpointRouteBuilder endpoints)
    {
        foreach (var route in YosRoutes.All)
        {
            Map(endpoints, route);
        }

        endpoints.MapFallback("{**path}", Endpoint(typeof(UnknownRoute)));
        return endpoints;
    }

    /// <summary>Maps the page of what was sent. Its handler needs the capture server's messages.</summary>
    public static IEndpointRouteBuilder MapSentPage(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, YosRoutes.Sent);
        return endpoints;
    }

    /// <summary>
    /// Maps the sign-in for development. Its handlers answer only where it is offered; see <see cref="SignIn.DevelopmentSignIn"/>.
    /// </summary>
    public static IEndpointRouteBuilder MapDevelopmentSignIn(this IEndpointRouteBuilder endpoints)
    {
        foreach (var route in YosRoutes.SignIn)
        {
            Map(endpoints, route);
        }

        return endpoints;
    }

    private static void Map(IEndpointRouteBuilder endpoints, YosRoute route) =>
        endpoints.MapMethods(route.Template, route.Methods, Endpoint(route.Handler));

    private static RequestDelegate Endpoint(Type handler) =>
        async context =>
        {
            var result = await RouteRunner.RunAsync(handler, context.Request, context.RequestAborted);
            await result.ExecuteAsync(context);
        };
}
