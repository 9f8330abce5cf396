using System.Net;
using System.Net.Sockets;
using System.Text;

namespace YosWorkflow.Local.Azurite;

/// <summary>
/// A lease on a running Azurite, which runs for as long as anyone holds one. It is a connection, so that it ends with its holder,
/// however that ends. Who gives the last one back waits until Azurite has written everything to disk and is gone.
/// </summary>
internal sealed class AzuriteLease : IAsyncDisposable
{
    // Generous: a machine may be slow, and what comes of impatience is two processes that write the same file.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Socket connection;

    private AzuriteLease(RunningAzurite azurite, Socket connection)
    {
        Azurite = azurite;
        this.connection = connection;
    }

    /// <summary>On which Azurite.</summary>
    public RunningAzurite Azurite { get; }

    /// <summary>Takes a lease; null if that Azurite is gone. If it is ending, it is waited for.</summary>
    /// <exception cref="VerbFailedException">It neither answers nor ends.</exception>
    public static async Task<AzuriteLease?> TryTakeAsync(
        RunningAzurite azurite,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, azurite.LeasePort, patience.Token);
            var greeting = await ReadLineAsync(socket, patience.Token);
            if (greeting == $"lease {azurite.Id}")
            {
                return new AzuriteLease(azurite, socket);
            }

            if (greeting == $"ending {azurite.Id}")
            {
                await ReadToEndAsync(socket, patience.Token);
            }
        }
        catch (SocketException)
        {
            // Nobody listens there any more, or it ended in the middle of a word.
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new VerbFailedException(
                $"Azurite (process {azurite.Pid}) keeps the storage of this directory and does not answer. End it and try again.",
                exception
            );
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        socket.Dispose();
        return null;
    }

    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            connection.Shutdown(SocketShutdown.Send);
            await ReadToEndAsync(connection, patience.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // It is gone, or so busy that it will be without us.
        }

        connection.Dispose();
    }

    private static async Task<string> ReadLineAsync(Socket connection, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var read = new byte[1];
        while (
            line.Length < 200
            && await connection.ReceiveAsync(read, cancellationToken) == 1
            && read[0] != (byte)'\n'
        )
        {
            line.Append((char)read[0]);
        }

        return line.ToString();
    }

    private static async Task ReadToEndAsync(Socket connection, CancellationToken cancellationToken)
    {
        var read = new byte[256];
        while (await connection.ReceiveAsync(read, cancellationToken) > 0) { }
    }
}
