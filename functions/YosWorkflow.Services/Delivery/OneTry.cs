using System.Net;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Sends a request once, within a time, and tells apart what matters when no answer comes: whether anything of the message had
/// gone out. It neither retries nor follows redirects, since when to try again is the outbox's to say.
/// </summary>
internal sealed class OneTry : DelegatingHandler
{
    /// <summary>For how long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MostOfAnswer = 64 * 1024;

    private readonly string provider;
    private readonly TimeSpan patience;

    private OneTry(string provider, TimeSpan patience, HttpMessageHandler inner)
        : base(inner) => (this.provider, this.patience) = (provider, patience);

    /// <summary>A client that sends so.</summary>
    /// <param name="provider">The provider's name, for what is said when it does not answer.</param>
    /// <param name="patience">For how long an answer is waited for.</param>
    public static HttpClient Client(string provider, TimeSpan patience)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        return new HttpClient(new OneTry(provider, patience, sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <exception cref="UnansweredException">No answer came.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var message = new WatchedContent(request.Content ?? new ByteArrayContent([]));
        request.Content = message;
        try
        {
            var answer = await base.SendAsync(request, limit.Token);
            await ReadAsync(answer, limit.Token);
            return answer;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            throw new UnansweredException(Said(failure, message.Begun), failure)
            {
                NothingSent = !message.Begun,
            };
        }
    }

    // The status is the answer and the rest only explains it, so an answer that breaks off is one all the same.
    private static async Task ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(MostOfAnswer, cancellationToken);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            answer.Content.Dispose();
            answer.Content = new ByteArrayContent([]);
        }
    }

    private string Said(Exception failure, bool begun) =>
        (begun, failure) switch
        {
            (false, _) => $"{provider} could not be reached.",
            (_, OperationCanceledException) => $"{provider} did not answer in time.",
            _ => $"The connection to {provider} broke before it answered.",
        };

    /// <summary>The body of a request, which notes that it has begun to go out: that is after the connection is made.</summary>
    private sealed class WatchedContent : HttpContent
    {
        private readonly HttpContent inner;

        public WatchedContent(HttpContent inner)
        {
            this.inner = inner;
            foreach (var header in inner.Headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        public bool Begun { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            Begun = true;
            return inner.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = inner.Headers.ContentLength ?? 0;
            return inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
