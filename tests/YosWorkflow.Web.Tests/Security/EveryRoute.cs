using System.Net.Http.Json;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>The routes by what they take, with good requests of each to be spoilt.</summary>
internal static class EveryRoute
{
    /// <summary>Those that read JSON, by method and template.</summary>
    public static IEnumerable<string> ReadingJson =>
        AccessLine
            .All.Select(line => line.Route)
            .Distinct(StringComparer.Ordinal)
            .Where(route => GoodRequest(route).Content is JsonContent)
            .Where(route => !route.EndsWith("/sendgrid", StringComparison.Ordinal));

    /// <summary>Those with something in their address that a caller fills in.</summary>
    public static IEnumerable<YosRoute> WithParts =>
        YosRoutes.All.Where(route => route.Template.Contains('{', StringComparison.Ordinal));

    /// <summary>A request of a program that is as it should be.</summary>
    public static HttpRequestMessage GoodRequest(
        string route,
        IReadOnlyDictionary<string, string>? actions = null
    )
    {
        var line = AccessLine.All.First(line => line.Route == route && line.Host != "local");
        var request = AccessRequests.To(line, "KEY", actions ?? NoActions);
        request.Headers.Add("x-functions-key", TestSite.RightKey);
        return request;
    }

    private static Dictionary<string, string> NoActions { get; } =
        new(StringComparer.Ordinal) { ["K-OWN"] = "0", ["K-OTHER"] = "0" };
}
