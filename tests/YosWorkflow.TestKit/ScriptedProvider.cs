using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YosWorkflow.TestKit;

/// <summary>A request that a scripted provider received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, as it was sent.</param>
/// <param name="Headers">The headers, by name whatever its case.</param>
/// <param name="Body">The body.</param>
public sealed record ReceivedRequest(
    string Method,
    string Path,
    ImmutableDictionary<string, string> Headers,
    string Body
);

/// <summary>
/// A web server on the loopback address that plays SendGrid or Graph by a script: each request gets the next answer of it, and
/// when it is at an end, the last one again.
/// </summary>
public sealed class ScriptedProvider : IAsyncDisposable
{
    private static readonly TimeSpan BeforeBreaking = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedRequest> received = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private Func<HttpContext, Task> last = context => Answered(context, 202, "");

    private ScriptedProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>What it received, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Received => [.. received];

    /// <summary>Starts one. Until it is told otherwise it answers 202.</summary>
    public static async Task<ScriptedProvider> StartAsync(CancellationToken cancellationToken)
    {
        var provider = new ScriptedProvider();
        await provider.app.StartAsync(cancellationToken);
        return provider;
    }

    /// <summary>Next, it answers with a status, a JSON body and headers.</summary>
    public ScriptedProvider Answers(
        int status,
        string body = "",
        params (string Name, string Value)[] headers
    ) => Then(context => Answered(context, status, body, headers));

    /// <summary>Next, it does not answer at all, until the client gives up.</summary>
    public ScriptedProvider Hangs() =>
        Then(async context =>
        {
            var gone = new TaskCompletionSource();
            await using var registered = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });

    /// <summary>Next, it answers with a status and headers, and breaks off within the body.</summary>
    public ScriptedProvider BreaksOffAfter(int status) =>
        Then(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{", CancellationToken.None);
            await context.Response.Body.FlushAsync(CancellationToken.None);

            // So that the client has read what there is, before the reset makes it worthless.
            await Task.Delay(BeforeBreaking);
            context.Abort();
        });

    /// <summary>Next, it reads the request and resets the connection.</summary>
    public ScriptedProvider Resets() =>
        Then(context =>
        {
            var socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            context.Abort();
            return Task.CompletedTask;
        });

    /// <summary>Next, it answers with what is not HTTP.</summary>
    public ScriptedProvider Babbles() =>
        Then(async context =>
        {
            var output = context.Features.Get<IConnectionTransportFeature>()!.Transport.Output;
            await output.WriteAsync(Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.6\r\n\r\n"));
            context.Abort();
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Answered(
        HttpContext context,
        int status,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, CancellationToken.None);
    }

    private ScriptedProvider Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(CancellationToken.None);
        received.Enqueue(
            new ReceivedRequest(
                context.Request.Method,
                context.Request.Path.Value ?? "",
                context.Request.Headers.ToImmutableDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body
            )
        );
        if (script.TryDequeue(out var next))
        {
            last = next;
        }

        await last(context);
    }
}
