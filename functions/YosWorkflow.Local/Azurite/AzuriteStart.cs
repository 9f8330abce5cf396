using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace YosWorkflow.Local.Azurite;

/// <summary>Starts Azurite's table service as a process of its own, with its data in a directory, and takes the first lease on it.</summary>
/// <param name="script">The script of its table service.</param>
/// <param name="directory">Where its data are.</param>
/// <param name="runningFile">Where it says that it runs.</param>
internal sealed class AzuriteStart(string script, string directory, string runningFile)
{
    private const string Account = "yosworkflow";
    private const string LeasePortMark = "lease port ";
    private const string ReadyMark = "successfully started";
    private const int Tries = 5;

    private static readonly Uri LeaseModule = new(
        Path.Combine(AppContext.BaseDirectory, "Azurite", "lease.mjs")
    );

    /// <summary>Starts it and waits until it answers. Nobody else may be starting it on the same data.</summary>
    /// <exception cref="VerbFailedException">It can't be started; the message says what it printed.</exception>
    public async Task<AzuriteLease> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (lease, printed) = await TryAsync(cancellationToken);
            if (lease is not null)
            {
                return lease;
            }

            if (attempt == Tries)
            {
                throw new VerbFailedException($"Azurite does not start: {printed.Trim()}");
            }
        }
    }

    private async Task<(AzuriteLease? Lease, string Printed)> TryAsync(CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        var tablePort = FreePort();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        using var azurite = Start(id, tablePort, $"{Account}:{key}");
        var errors = azurite.StandardError.ReadToEndAsync(CancellationToken.None);
        AzuriteLease? lease = null;
        var printed = "";
        try
        {
            while (await azurite.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                printed += line + Environment.NewLine;
                if (line.StartsWith(LeasePortMark, StringComparison.Ordinal))
                {
                    var leasePort = int.Parse(line[LeasePortMark.Length..], CultureInfo.InvariantCulture);
                    var running = new RunningAzurite(
                        id,
                        azurite.Id,
                        leasePort,
                        tablePort,
                        $"{Account}:{key}"
                    );
                    lease = await AzuriteLease.TryTakeAsync(running, cancellationToken);
                }
                else if (lease is not null && line.Contains(ReadyMark, StringComparison.Ordinal))
                {
                    return (lease, printed);
                }
            }
        }
        catch when (lease is not null)
        {
            await lease.DisposeAsync();
            throw;
        }

        if (lease is not null)
        {
            await lease.DisposeAsync();
        }

        return (null, printed + await errors);
    }

    private Process Start(string id, int tablePort, string account)
    {
        var port = tablePort.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "--import",
                LeaseModule.AbsoluteUri,
                script,
                "--location",
                directory,
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                port,
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent",
            },
            Environment =
            {
                ["AZURITE_ACCOUNTS"] = account,
                ["YOS_LEASE_ID"] = id,
                ["YOS_RUNNING_FILE"] = runningFile,
                ["YOS_TABLE_PORT"] = port,
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new VerbFailedException(
                "No storage is configured, and Azurite can't be started: node is not installed, or not on the PATH.",
                exception
            );
        }
    }

    // Azurite prints port 0 where it was asked for any, so one is chosen first; if another takes it meanwhile, we try again.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
