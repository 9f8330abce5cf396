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
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests;

/// <summary>The routes and pages on Kestrel and a free port, over real storage, on a day of our choosing.</summary>
internal sealed class TestSite : IAsyncDisposable
{
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
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address.Addresses.Single()),
        };
    }

    /// <summary>With which SendGrid signs here.</summary>
    public static ECDsa WebhookKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FakeTimeProvider Clock { get; }

    public TableStorage Storage { get; }

    public FakeChaseStarter Starter { get; }

    public T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public HttpClient Client { get; }

    public IReadOnlyList<Endpoint> Endpoints =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public static async Task<TestSite> StartAsync(
        TableStorage storage,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero));
        var starter = new FakeChaseStarter();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddYosWeb(
                new Site(
                    "Test Youth Offending Service",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
                    ShowsSent: true
                )
            )
            .AddSingleton<TimeProvider>(clock)
            .AddYosServices(SettingsReader.Read(Configuration, clock))
            .AddSingleton(storage)
            .AddSingleton<IChaseStarter>(starter);
        var app = builder.Build();
        app.MapYosRoutes();
        await app.StartAsync(cancellationToken);
        return new TestSite(app, clock, storage, starter);
    }

    private static IConfiguration Configuration =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create(
                    "SendGrid:WebhookPublicKey",
                    (string?)Convert.ToBase64String(WebhookKey.ExportSubjectPublicKeyInfo())
                ),
            ])
            .Build();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }
}
