using System.Net;
using System.Net.Sockets;

namespace YosWorkflow.Local.Serving;

/// <summary>The addresses on which the pages are served.</summary>
/// <param name="All">Each of them, such as <c>http://localhost:7071</c>.</param>
/// <param name="Hosts">The host names under which requests are answered; <c>*</c> if any.</param>
/// <param name="IsLoopback">Whether only this machine reaches them.</param>
internal sealed record LocalUrls(string[] All, string[] Hosts, bool IsLoopback)
{
    /// <summary>Where the pages are unless other addresses are given: as the Functions host has them.</summary>
    public const string Default = "http://localhost:7071";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The addresses unless others are given.</summary>
    public static LocalUrls AtHome =>
        TryParse(Default) ?? throw new InvalidOperationException($"{Default} is no address.");

    /// <summary>An address under which this machine reaches the first of them.</summary>
    public string Reachable =>
        BindingAddress.Parse(All[0]) is var first && IpOf(first.Host) is { } ip && IsEveryInterface(ip)
            ? FormattableString.Invariant($"http://127.0.0.1:{first.Port}")
            : All[0];

    /// <summary>Reads addresses with semicolons between them; null if one is no <c>http://host:port</c>.</summary>
    public static LocalUrls? TryParse(string text)
    {
        var urls = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hosts = urls.Select(HostOf).ToArray();
        if (hosts.Length == 0 || hosts.Contains(null))
        {
            return null;
        }

        return new LocalUrls(
            [.. urls.Select(url => url.TrimEnd('/'))],
            Array.Exists(hosts, host => IpOf(host!) is { } ip && IsEveryInterface(ip))
                ? ["*"]
                : [.. Loopback.Union(hosts.Select(host => host!))],
            Array.TrueForAll(hosts, host => IpOf(host!) is { } ip && IPAddress.IsLoopback(ip))
        );
    }

    /// <summary>Says what others can't do where they can reach the host.</summary>
    /// <exception cref="VerbFailedException">Another program listens on one of them: better said before anything is done.</exception>
    public void Check(TextWriter error)
    {
        if (!IsLoopback)
        {
            error.WriteLine(
                "Others who reach this address are not let in: one can sign in to the local host only on this machine, by localhost."
            );
        }

        foreach (var url in All)
        {
            var address = BindingAddress.Parse(url);
            if (IpOf(address.Host) is { } ip && IsTaken(new IPEndPoint(ip, address.Port)))
            {
                throw InUse(url);
            }
        }
    }

    /// <summary>Says that an address is in use.</summary>
    public static VerbFailedException InUse(string url) =>
        new($"{url} is in use: end what listens there, or choose another address with --urls.");

    private static string? HostOf(string url)
    {
        try
        {
            return
                BindingAddress.Parse(url)
                    is { Scheme: "http", PathBase: "", Port: >= 0 and <= 65535, Host: var host }
                && IpOf(host) is not null
                ? host
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Kestrel takes * and + for every interface, and any name but localhost as well; a name would look like less than that.
    private static IPAddress? IpOf(string host) =>
        host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" or "+" => IPAddress.Any,
            _ => IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? ip : null,
        };

    private static bool IsEveryInterface(IPAddress ip) =>
        ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any);

    private static bool IsTaken(IPEndPoint endpoint)
    {
        using var listener = new TcpListener(endpoint);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            return false; // What else is wrong with it comes out when it is served.
        }
    }
}
