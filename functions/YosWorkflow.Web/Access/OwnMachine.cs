using System.Net;
using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Access;

/// <summary>Tells requests that come from the machine on which the host runs from those that come from elsewhere.</summary>
internal static class OwnMachine
{
    private static readonly string[] ForwardedHosts = ["X-Forwarded-Host", "X-Original-Host"];

    /// <summary>
    /// Whether a request was sent on this machine, to this machine by a name of its own, and was not passed on from elsewhere: a
    /// proxy on the machine would make all the world look local, and a name that somebody else owns can be made to lead here.
    /// </summary>
    public static bool Sent(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsOwnName(request.Host.Host)
        && request.Headers["Forwarded"].Count == 0
        && Entries(request, "X-Forwarded-For").All(IsOwnAddress)
        && ForwardedHosts.SelectMany(name => Entries(request, name)).All(IsOwnHost);

    private static IEnumerable<string> Entries(HttpRequest request, string header) =>
        request.Headers[header].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));

    private static bool IsOwnHost(string text) =>
        HostString.FromUriComponent(text) is { HasValue: true } host && IsOwnName(host.Host);

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IsOwnAddress(host);

    private static bool IsOwnAddress(string text) =>
        (IPEndPoint.TryParse(text, out var endpoint) ? endpoint.Address : null) is { } address
        && IPAddress.IsLoopback(address);
}
