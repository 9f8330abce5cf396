using YosWorkflow.Local.Azurite;
using YosWorkflow.Local.Capture;
using YosWorkflow.Local.Serving;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Sent;

namespace YosWorkflow.Local.Settings;

/// <summary>
/// What a verb stands on that works with the caseload: settings, storage, and the capture server if it sends. What the settings
/// leave open is started, and ends with the verb.
/// </summary>
internal sealed class LocalGround : IAsyncDisposable
{
    private readonly LocalContext context;
    private readonly bool namesPublicUrl;
    private AzuriteLease? azurite;
    private CaptureServer? capture;

    private LocalGround(LocalContext context)
    {
        this.context = context;
        var configuration = LocalConfiguration.Read(context.Directory, context.Environment);
        namesPublicUrl = !string.IsNullOrWhiteSpace(configuration["Service:PublicUrl"]);
        Settings = SettingsReader.Read(configuration, context.Clock);
        foreach (var warning in Settings.Warnings)
        {
            context.Error.WriteLine(warning);
        }
    }

    /// <summary>The settings, with the addresses of what was started.</summary>
    public YosSettings Settings { get; private set; }

    /// <summary>What was captured; null if the verb does not send, or messages go out for real.</summary>
    public CapturedFiles? Captured { get; private set; }

    /// <summary>Reads and checks the settings, and starts what they leave open.</summary>
    /// <param name="context">Where.</param>
    /// <param name="sends">Whether the verb sends messages.</param>
    /// <param name="cancellationToken">Stops it; nothing is left running.</param>
    /// <exception cref="SettingsException">Settings are missing or wrong.</exception>
    /// <exception cref="VerbFailedException">Something can't be started.</exception>
    public static async Task<LocalGround> OpenAsync(
        LocalContext context,
        bool sends,
        CancellationToken cancellationToken
    )
    {
        var ground = new LocalGround(context);
        try
        {
            await ground.StartAsync(sends, cancellationToken);
            return ground;
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings alone: nothing is started.</summary>
    /// <exception cref="SettingsException">Settings are missing or wrong.</exception>
    /// <exception cref="VerbFailedException">The file with settings can't be read.</exception>
    public static YosSettings ReadSettings(LocalContext context) => new LocalGround(context).Settings;

    /// <summary>The settings of a host with pages at these addresses: messages link to the first, unless settings name another.</summary>
    public YosSettings SettingsAt(LocalUrls urls) =>
        namesPublicUrl || !urls.IsLoopback ? Settings : Settings with { PublicUrl = urls.All[0] };

    /// <summary>The use cases by these settings, with the tables that they need.</summary>
    public async Task<ServiceProvider> ServicesAsync(CancellationToken cancellationToken)
    {
        var services = AddTo(new ServiceCollection(), Settings)
            .AddLogging(log => log.AddProvider(new PlainLog(context)))
            .BuildServiceProvider();
        await services.GetRequiredService<TableStorage>().EnsureTablesAsync(cancellationToken);
        return services;
    }

    /// <summary>Adds the use cases by settings, and what was captured where something is.</summary>
    public IServiceCollection AddTo(IServiceCollection services, YosSettings settings)
    {
        services.AddSingleton(context.Clock).AddYosServices(settings);
        return Captured is null
            ? services
            : services
                .AddSingleton(Captured)
                .AddSingleton<CapturedDeliveries>()
                .AddSingleton<ICapturedMessages, CapturedMessages>();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (capture is not null)
        {
            await capture.DisposeAsync();
        }

        Captured?.Dispose();

        // Storage goes last: until then there may be something to be written down.
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }

    private async Task StartAsync(bool sends, CancellationToken cancellationToken)
    {
        var local = LocalDirectory.Below(context.Directory);
        if (Settings is { StorageConnection: null, TableServiceUri: null })
        {
            string[] from = [context.Directory, AppContext.BaseDirectory];
            azurite = await LocalAzurite.TakeAsync(local, from, cancellationToken);
            Settings = Settings with { StorageConnection = azurite.Azurite.ConnectionString };
        }

        if (sends && Settings.Delivery.Mode == DeliveryMode.Capture)
        {
            Captured = CapturedFiles.Below(context);
            capture = await CaptureServer.StartAsync(Captured, context.Clock, cancellationToken);
            Settings = Settings with { Delivery = CapturedBy(capture, Settings.Delivery) };
        }
    }

    // An address that is set stands: somebody has a capture server of their own.
    private static DeliverySettings CapturedBy(CaptureServer server, DeliverySettings delivery) =>
        delivery with
        {
            SendGridBaseUrl = delivery.SendGridBaseUrl ?? server.Address,
            GraphBaseUrl = delivery.GraphBaseUrl ?? server.Address,
        };
}
