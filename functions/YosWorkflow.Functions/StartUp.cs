using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions;

/// <summary>
/// What is done once when the app starts: says what should be looked at in the settings, and makes the tables that are missing.
/// Storage that does not answer is no reason not to start: it is tried again, and until then every step and route says so.
/// </summary>
internal sealed class StartUp(
    YosSettings settings,
    TableStorage storage,
    TimeProvider clock,
    ILogger<StartUp> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var warning in settings.Warnings)
        {
            logger.LogWarning("{Warning}", warning);
        }

        while (!await TryMakeTablesAsync(stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> TryMakeTablesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.EnsureTablesAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "The tables could not be made; it is tried again in a while.");
            return false;
        }
    }
}
