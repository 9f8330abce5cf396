using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace YosWorkflow.TestKit;

/// <summary>
/// Azurite's table service as a process of its own, in memory, on a free port, with an account key that nobody else knows.
/// It ends when it is disposed of, and also when the process that started it is killed: its standard input closes then.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Account = "yosworkflow";
    private const string ReadyMark = "successfully started";
    private const int Tries = 5;

    // Loaded into Azurite's process before Azurite itself: it ends with its parent, however that ended.
    private const string EndWithParent =
        "data:text/javascript,process.stdin.resume();process.stdin.on('end',()=>process.exit(0));"
        + "process.stdin.on('error',()=>process.exit(0));";

    private readonly Process process;

    private AzuriteProcess(Process process, int port, string accountKey)
    {
        this.process = process;
        var endpoint = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/{Account}";
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={accountKey};TableEndpoint={endpoint};";
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>The id of its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts one and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It can't be started; the message says what it printed.</exception>
    public static async Task<AzuriteProcess> StartAsync(CancellationToken cancellationToken)
    {
        var main = RepositoryRoot.Combine("node_modules", "azurite", "dist", "src", "table", "main.js");
        if (!File.Exists(main))
        {
            throw new InvalidOperationException(
                $"Azurite is not installed ({main}): run 'npm ci' at the top."
            );
        }

        for (var attempt = 1; ; attempt++)
        {
            var (started, printed) = await TryStartAsync(main, cancellationToken);
            if (started is not null)
            {
                return started;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException($"Azurite does not start: {printed}");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<(AzuriteProcess? Started, string Printed)> TryStartAsync(
        string main,
        CancellationToken cancellationToken
    )
    {
        var port = FreePort();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var azurite = Process.Start(StartInfo(main, port, key))!;
        var errors = azurite.StandardError.ReadToEndAsync(CancellationToken.None);
        var printed = "";
        while (await azurite.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            printed += line + Environment.NewLine;
            if (line.Contains(ReadyMark, StringComparison.Ordinal))
            {
                _ = azurite.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (new AzuriteProcess(azurite, port, key), printed);
            }
        }

        printed += await errors;
        azurite.Dispose();
        return (null, printed);
    }

    private static ProcessStartInfo StartInfo(string main, int port, string key) =>
        new("node")
        {
            ArgumentList =
            {
                "--import",
                EndWithParent,
                main,
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                port.ToString(CultureInfo.InvariantCulture),
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

    // Azurite prints port 0 where it was asked for any, so one is chosen first; if another takes it meanwhile, we try again.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
