using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using YosWorkflow.Local.Serving;

namespace YosWorkflow.Local.Capture;

/// <summary>
/// Answers as SendGrid and Microsoft Graph do, on a loopback port of its own, and keeps what it accepts: the real clients run, and
/// nothing leaves this machine.
/// </summary>
internal sealed class CaptureServer : IAsyncDisposable
{
    private const string GraphTemplate = GraphActivity.PathBeforeId + "{id}" + GraphActivity.PathBehindId;

    private readonly WebApplication app;

    private CaptureServer(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="captured">Where what it accepts is kept.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <param name="at">On which port, and who is told; null: on one that is free, and nobody.</param>
    public static async Task<CaptureServer> StartAsync(
        CapturedFiles captured,
        TimeProvider clock,
        CancellationToken cancellationToken,
        CaptureAt? at = null
    )
    {
        var address = at is null
            ? "http://127.0.0.1:0"
            : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{at.Port}");
        var server = LocalKestrel.Builder([address]).Build();
        server.MapPost(
            SendGridMail.Path,
            context => AnswerAsync(context, SendGridMail.FaultOf, SendGridRefuses, SendGridAccepts)
        );
        server.MapPost(
            GraphTemplate,
            context => AnswerAsync(context, GraphActivity.FaultOf, GraphRefuses, GraphAccepts)
        );
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return new CaptureServer(server, new Uri(at is null ? server.Urls.Single() : address));

        async Task AnswerAsync(
            HttpContext context,
            Func<JsonElement, CaptureFault?> faultOf,
            Func<CaptureFault, object> refuse,
            Action<HttpResponse, string> accept
        )
        {
            var (body, fault) = await ReadAsync(context.Request, faultOf);
            if (fault is not null)
            {
                context.Response.StatusCode = fault.Status;
                await context.Response.WriteAsJsonAsync(refuse(fault), context.RequestAborted);
                return;
            }

            var id = NewId();
            var path = context.Request.Path.ToUriComponent();
            var request = new CapturedRequest(id, clock.GetUtcNow(), path, body);
            await captured.AppendAsync(request, context.RequestAborted);
            at?.Seen(request);
            accept(context.Response, id);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<(JsonElement Body, CaptureFault? Fault)> ReadAsync(
        HttpRequest request,
        Func<JsonElement, CaptureFault?> faultOf
    )
    {
        const string Scheme = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        if (
            !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrWhiteSpace(authorization[Scheme.Length..])
        )
        {
            return (default, new CaptureFault(StatusCodes.Status401Unauthorized, "authorization required"));
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(
                request.Body,
                cancellationToken: request.HttpContext.RequestAborted
            );
            var body = document.RootElement.Clone();
            return (body, faultOf(body));
        }
        catch (JsonException exception)
        {
            return (default, new CaptureFault(StatusCodes.Status400BadRequest, exception.Message));
        }
    }

    // As long as SendGrid's own, without signs that mean something elsewhere.
    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11));

    private static object SendGridRefuses(CaptureFault fault) =>
        new
        {
            errors = new[]
            {
                new
                {
                    message = fault.Message,
                    field = fault.Field,
                    help = (string?)null,
                },
            },
        };

    private static void SendGridAccepts(HttpResponse response, string id)
    {
        response.StatusCode = StatusCodes.Status202Accepted;
        response.Headers["X-Message-Id"] = id;
    }

    private static object GraphRefuses(CaptureFault fault) =>
        new
        {
            error = new
            {
                code = fault.Status == StatusCodes.Status401Unauthorized
                    ? "InvalidAuthenticationToken"
                    : "BadRequest",
                message = fault.Message,
            },
        };

    private static void GraphAccepts(HttpResponse response, string id)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers["request-id"] = id;
    }
}

/// <summary>Where a capture server is for others to find.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Seen">Told of each request that it has kept.</param>
internal sealed record CaptureAt(int Port, Action<CapturedRequest> Seen);
