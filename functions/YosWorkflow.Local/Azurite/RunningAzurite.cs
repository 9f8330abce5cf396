using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace YosWorkflow.Local.Azurite;

/// <summary>An Azurite that runs, as it says so itself in a file that only its user can read.</summary>
/// <param name="Id">What distinguishes this run of it from all others.</param>
/// <param name="Pid">The id of its process.</param>
/// <param name="LeasePort">The port on which leases on it are taken.</param>
/// <param name="TablePort">The port of its table service.</param>
/// <param name="Account">The account and its key, with a colon between them. The key is a new one each time.</param>
internal sealed record RunningAzurite(string Id, int Pid, int LeasePort, int TablePort, string Account)
{
    private const int MostLooks = 200;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>How to reach its tables.</summary>
    public string ConnectionString
    {
        get
        {
            var colon = Account.IndexOf(':', StringComparison.Ordinal);
            var (name, key) = (Account[..colon], Account[(colon + 1)..]);
            var port = TablePort.ToString(CultureInfo.InvariantCulture);
            return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={key};"
                + $"TableEndpoint=http://127.0.0.1:{port}/{name};";
        }
    }

    /// <summary>Reads the file; null if there is none, or none that was written to its end.</summary>
    public static RunningAzurite? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RunningAzurite>(
                File.ReadAllText(file),
                JsonSerializerOptions.Web
            );
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Waits until its table service can be reached; false if it never can.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostLooks; attempt++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, TablePort, cancellationToken);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(BetweenLooks, cancellationToken);
            }
        }

        return false;
    }
}
