using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests;

/// <summary>The routes and pages on Kestrel and a free port, over real storage, on a day of our choosing.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    /// <summary>The function key that the host in front of the site knows.</summary>
    public const string RightKey = "the-key-of-this-route";

    private static readonly Dictionary<string, string?> NoValues = [];

    private readonly WebApplication host;

    private TestSite(
        WebApplication host,
        FakeTimeProvider clock,
        TableStorage storage,
        FakeChaseStarter starter
    )
    {
        this.host = host;
        Starter = starter;
        Storage = storage;
        Clock = clock;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address.Addresses.Single()),
        };
    }

    /// <summary>With which SendGrid signs here.</summary>
    public static ECDsa WebhookKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FakeTimeProvider Clock { get; }

    public TableStorage Storage { get; }

    public FakeChaseStarter Starter { get; }

    public required NotedRoundWatch Watch { get; init; }

    /// <summary>What the capture server received.</summary>
    public required List<CapturedMessage> Captured { get; init; }

    public T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public HttpClient Client { get; }

    public IReadOnlyList<Endpoint> Endpoints =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Signs somebody in for development, and gives the cookie to send.</summary>
    public async Task<string> SignInAsync(string staffId, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("staffId", staffId)]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await Client.SendAsync(request, stop);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    /// <summary>
    /// Starts it. Without settings it is a developer's machine, where everybody who reaches it may do everything.
    /// </summary>
    public static async Task<TestSite> StartAsync(
        TableStorage storage,
        DateOnly today,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? values = null,
        ILoggerProvider? log = null,
        Action<IServiceCollection>? others = null
    )
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero));
        var starter = new FakeChaseStarter();
        var captured = new FakeCapturedMessages();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddYosWeb(
                new Site(
                    "Test Youth Offending Service",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
                    ShowsSent: true
                )
            )
            .AddDevelopmentSignIn()
            .AddSingleton<TimeProvider>(clock)
            .AddYosServices(SettingsReader.Read(ConfigurationOf(values ?? NoValues), clock))
            .AddSingleton(storage)
            .AddSingleton<IChaseStarter>(starter)
            .AddSingleton<ICapturedMessages>(captured);
        others?.Invoke(builder.Services);
        var app = builder.Build();
        app.Use(CheckKeyAsync);
        var watch = new NotedRoundWatch();
        app.Use(
            (context, next) =>
            {
                context.Features.Set<IRoundWatch>(watch);
                return next(context);
            }
        );
        app.MapYosRoutes();
        app.MapDevelopmentSignIn();
        app.MapSentPage();
        await app.StartAsync(cancellationToken);
        return new TestSite(app, clock, storage, starter) { Captured = captured.Messages, Watch = watch };
    }

    private static string? WebhookPublicKey =>
        Convert.ToBase64String(WebhookKey.ExportSubjectPublicKeyInfo());

    private static IConfiguration ConfigurationOf(IEnumerable<KeyValuePair<string, string?>> values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                values
                    .Append(KeyValuePair.Create("SendGrid__WebhookPublicKey", WebhookPublicKey))
                    .Select(value =>
                        KeyValuePair.Create(
                            value.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                            value.Value
                        )
                    )
            )
            .Build();

    // As the Functions host does before it calls the app.
    private static Task CheckKeyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["x-functions-key"] == RightKey)
        {
            FunctionKey.WasChecked(context.Request);
        }

        return next(context);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }
}
