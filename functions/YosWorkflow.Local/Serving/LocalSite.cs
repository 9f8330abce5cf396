using Microsoft.AspNetCore.Connections;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web;
using YosWorkflow.Web.Operations;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Local.Serving;

/// <summary>The local host's web server: the routes and pages of the Functions app, the schedule, and the page of what was sent.</summary>
internal static class LocalSite
{
    /// <summary>Builds it. It neither listens nor does anything before it is started.</summary>
    public static WebApplication Build(LocalContext context, LocalGround ground, LocalUrls urls)
    {
        var settings = ground.SettingsAt(urls);
        var builder = LocalKestrel.Builder(urls.All);
        builder.Logging.AddProvider(new PlainLog(context));
        builder.Services.AddHostFiltering(options => options.AllowedHosts = urls.Hosts);
        ground
            .AddTo(builder.Services, settings)
            .AddYosWeb(
                new Site(settings.ServiceName, settings.TimeZone, ShowsSent: ground.Captured is not null)
            )
            .AddDevelopmentSignIn()
            .AddSingleton<LocalChases>()
            .AddSingleton<IChaseStarter>(services => services.GetRequiredService<LocalChases>())
            .AddHostedService(services => services.GetRequiredService<LocalChases>())
            .AddSingleton<LocalImports>()
            .AddSingleton<IStagedImportStarter>(services => services.GetRequiredService<LocalImports>())
            .AddHostedService(services => services.GetRequiredService<LocalImports>())
            .AddHostedService<MorningSchedule>()
            .AddHostedService<OutboxSweep>()
            .AddHostedService<VitalsRecorder>()
            .AddYosTelemetry(LocalConfiguration.Read(context.Directory, context.Environment));
        if (ground.Captured is not null)
        {
            builder.Services.AddHostedService<DeliveryReporter>();
        }

        var app = builder.Build();
        app.UseHostFiltering();
        app.MapYosRoutes();
        app.MapDevelopmentSignIn();
        if (ground.Captured is not null)
        {
            app.MapSentPage();
        }

        return app;
    }

    /// <summary>Makes the tables that are missing and starts to listen.</summary>
    /// <exception cref="VerbFailedException">An address is in use, or can't be used.</exception>
    public static async Task StartListeningAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<TableStorage>().EnsureTablesAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw LocalUrls.InUse(string.Join(" or ", app.Urls));
        }
        catch (Exception exception)
            when (exception is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            throw new VerbFailedException($"The pages can't be served: {exception.Message}", exception);
        }
    }

    /// <summary>Serves until the verb is stopped, and then lets what is on its way come to its end.</summary>
    public static async Task UntilStoppedAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
    }
}
