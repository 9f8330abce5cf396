using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Load;

/// <summary>The local host as a process of its own on a free loopback port, over storage that is given to it.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private LocalHost(Process process, Uri address) =>
        (this.process, Client) = (
            process,
            new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address }
        );

    /// <summary>What asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>How much memory it holds, in MiB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<LocalHost> StartAsync(string connection, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                RepositoryRoot.Combine(
                    "functions",
                    "YosWorkflow.Local",
                    "bin",
                    Configuration,
                    "net10.0",
                    "YosWorkflow.Local.dll"
                ),
                "serve",
                "--urls",
                address,
            },
            WorkingDirectory = Directory.CreateTempSubdirectory("yos-load").FullName,
            Environment = { ["AzureWebJobsStorage"] = connection },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var host = new LocalHost(Process.Start(start)!, new Uri(address));
        await host.UntilItAnswersAsync(cancellationToken);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItAnswersAsync(CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; )
        {
            try
            {
                using var answer = await Client.GetAsync("/api/health", cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }

        throw new InvalidOperationException("The local host does not answer.");
    }
}
