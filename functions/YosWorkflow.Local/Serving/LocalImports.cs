using System.Collections.Concurrent;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Routes.Imports;

namespace YosWorkflow.Local.Serving;

/// <summary>
/// The large imports that run in this process, in the same steps as in the Functions app. The same files are one import at a time.
/// They end with the host; confirmed again, one goes on.
/// </summary>
internal sealed class LocalImports(StagedImport import, ILogger<LocalImports> log)
    : IStagedImportStarter,
        IHostedService,
        IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();

    /// <inheritdoc/>
    public Task StartAsync(string id, CancellationToken cancellationToken)
    {
        _ = running.GetOrAdd(id, one => new Lazy<Task>(() => ImportAsync(one))).Value;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        var left = Task.WhenAll(running.Values.Select(one => one.Value));
        await left.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task ImportAsync(string id)
    {
        await Task.Yield();
        try
        {
            var report = await AllStepsAsync(id, stopping.Token);
            log.LogInformation(
                "An import has ended with {Problems} things to look at, in {Transactions} storage transactions.",
                report.Problems.Length,
                report.Transactions
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            log.LogInformation("An import was stopped; confirmed again, it goes on.");
        }
        catch (Exception exception)
        {
            log.LogError(exception, "An import failed; confirmed again, it goes on.");
        }
        finally
        {
            running.TryRemove(id, out _);
        }
    }

    private async Task<ImportReport> AllStepsAsync(string id, CancellationToken cancellationToken)
    {
        var step = await import.PlanAsync(id, Guid.NewGuid(), cancellationToken);
        var transactions = step.Transactions;
        while (step.EntitiesLeft > 0)
        {
            step = await import.WriteAsync(id, cancellationToken);
            transactions += step.Transactions;
        }

        return await import.FinishAsync(id, transactions, cancellationToken);
    }
}
