using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Requests that a client library would not send, byte for byte.</summary>
internal sealed class RawRequest(Uri site) : IDisposable
{
    private readonly TcpClient client = new();

    /// <summary>Sends bytes and gives the status that is answered; 0 if the connection ends without an answer.</summary>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken stop)
    {
        await client.ConnectAsync(site.Host, site.Port, stop);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, stop);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var line = await reader.ReadLineAsync(stop);
            return line?.Split(' ') is ["HTTP/1.1", var status, ..]
                ? int.Parse(status, CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0; // It was cut off, which is an answer, too.
        }
    }

    /// <summary>Sends text and gives the status that is answered.</summary>
    public Task<int> SendAsync(string request, CancellationToken stop) =>
        SendAsync(Encoding.Latin1.GetBytes(request), stop);

    public void Dispose() => client.Dispose();
}
