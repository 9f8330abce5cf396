using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YosWorkflow.Services.Tests.Operations;

/// <summary>How a provider is.</summary>
public enum Weather
{
    /// <summary>It accepts what it is given.</summary>
    Fine,

    /// <summary>It answers 503 and takes nothing.</summary>
    Failing,

    /// <summary>It answers 429, to come again in ten minutes, and takes nothing.</summary>
    Throttling,

    /// <summary>
    /// It takes what it is given, and no answer comes while anyone waits. The first few are waited for to the end; after them the
    /// connection breaks, which comes to the same and costs the drill no time.
    /// </summary>
    Slow,

    /// <summary>Every third request is one of each kind of failure.</summary>
    Flapping,
}

/// <summary>A message that a provider was given.</summary>
/// <param name="Key">The digest of an email, the chain of a Teams notification.</param>
/// <param name="Taken">Whether it reached the person.</param>
/// <param name="Marked">Whether it says that it may have come before.</param>
internal sealed record Delivered(string Key, bool Taken, bool Marked);

/// <summary>Plays SendGrid and Graph on a loopback address, in whatever weather there is.</summary>
internal sealed class DrillProvider : IAsyncDisposable
{
    private const int WaitedForInVain = 2;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Delivered> emails = [];
    private readonly ConcurrentQueue<Delivered> notifications = [];
    private int requests;
    private int waits;

    private DrillProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public Uri Url => new(app.Urls.Single());

    public IReadOnlyList<Delivered> Emails => [.. emails];

    public IReadOnlyList<Delivered> Notifications => [.. notifications];

    /// <summary>What the weather is at a request, counted from 1.</summary>
    public Func<int, Weather> Weather { get; set; } = _ => Operations.Weather.Fine;

    public static async Task<DrillProvider> StartAsync(CancellationToken cancellationToken)
    {
        var provider = new DrillProvider();
        await provider.app.StartAsync(cancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Delivered Email(JsonElement body, bool taken)
    {
        var arguments = body.GetProperty("personalizations")[0].GetProperty("custom_args");
        return new(
            arguments.GetProperty("digest").GetString()!,
            taken,
            arguments.TryGetProperty("may_be_doubled", out _)
        );
    }

    private static async Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            await gone.Task;
        }
    }

    private static Weather InFlapping(int number) =>
        (number % 9) switch
        {
            0 => Operations.Weather.Failing,
            3 => Operations.Weather.Throttling,
            6 => Operations.Weather.Slow,
            _ => Operations.Weather.Fine,
        };

    private async Task HandleAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref requests);
        var weather =
            Weather(number) is var now && now == Operations.Weather.Flapping ? InFlapping(number) : now;
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        var body = document.RootElement;
        var taken = weather is Operations.Weather.Fine or Operations.Weather.Slow;
        if (context.Request.Path == "/v3/mail/send")
        {
            emails.Enqueue(Email(body, taken));
        }
        else
        {
            notifications.Enqueue(new(body.GetProperty("chainId").ToString(), taken, Marked: true));
        }

        await AnswerAsync(context, weather);
    }

    private async Task AnswerAsync(HttpContext context, Weather weather)
    {
        switch (weather)
        {
            case Operations.Weather.Failing:
                context.Response.StatusCode = 503;
                break;
            case Operations.Weather.Throttling:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "600";
                break;
            case Operations.Weather.Slow:
                if (Interlocked.Increment(ref waits) <= WaitedForInVain)
                {
                    await GoneAsync(context);
                }

                context.Abort();
                break;
            default:
                context.Response.StatusCode = 202;
                break;
        }
    }
}
