using System.Collections.Concurrent;
using YosWorkflow.Core;
using YosWorkflow.Local.Capture;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Routes.Chases;

namespace YosWorkflow.Local.Serving;

/// <summary>
/// The chases that run in this process. A day that is asked for while it runs is the same chase, whoever asks: the route, the
/// schedule or the demonstration. They end with the host.
/// </summary>
internal sealed class LocalChases(
    ChaseDay chase,
    OpenChase open,
    ILogger<LocalChases> log,
    CapturedDeliveries? captured = null
) : IChaseStarter, IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<DateOnly, Lazy<Task<ChaseReport>>> running = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Chases a day, or waits for the chase of it that runs.</summary>
    public Task<ChaseReport> RunAsync(DateOnly day) =>
        running.GetOrAdd(day, one => new Lazy<Task<ChaseReport>>(() => ChaseAsync(one))).Value;

    /// <inheritdoc/>
    public async Task<string> StartAsync(
        DateOnly day,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        // So that there is something at the address that is given.
        await open.ExecuteAsync(day, cancellationToken);
        _ = RunAsync(day);
        return "/api/chases/" + IsoDate.Format(day);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task left = Task.WhenAll(running.Values.Select(one => one.Value));
        await left.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task<ChaseReport> ChaseAsync(DateOnly day)
    {
        await Task.Yield();
        try
        {
            if (captured is not null)
            {
                await captured.SettleInDoubtAsync(stopping.Token);
            }

            var report = await chase.ExecuteAsync(day, dryRun: false, stopping.Token);
            log.LogInformation(
                "The chase of {Day} told {Told} digests and left {NotTold}, in {Transactions} storage transactions.",
                IsoDate.Format(day),
                report.Told.Length,
                report.NotTold.Length,
                report.Transactions
            );
            return report;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            log.LogInformation(
                "The chase of {Day} was stopped; started again, it goes on.",
                IsoDate.Format(day)
            );
            throw;
        }
        catch (Exception exception)
        {
            log.LogError(
                exception,
                "The chase of {Day} failed; started again, it goes on.",
                IsoDate.Format(day)
            );
            throw;
        }
        finally
        {
            running.TryRemove(day, out _);
        }
    }
}
