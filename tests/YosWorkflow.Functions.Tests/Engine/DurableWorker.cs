using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Importing;

namespace YosWorkflow.Functions.Tests.Engine;

/// <summary>
/// A worker of the engine with the app's own orchestrations, under their own names. Steps are retried after some milliseconds
/// instead of seconds.
/// </summary>
internal sealed class DurableWorker : IAsyncDisposable
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(20);

    private readonly IHost host;

    private DurableWorker(IHost host)
    {
        this.host = host;
        Client = host.Services.GetRequiredService<DurableTaskClient>();
    }

    public DurableTaskClient Client { get; }

    /// <summary>Starts a worker with these activities.</summary>
    public static async Task<DurableWorker> StartAsync(
        DurableEngine engine,
        Action<DurableTaskRegistry> activities,
        CancellationToken cancellationToken,
        TimeSpan? retryAfter = null
    )
    {
        var retried = TaskOptions.FromRetryPolicy(
            new RetryPolicy(DurableSteps.Retried.Retry!.Policy!.MaxNumberOfAttempts, retryAfter ?? RetryAfter)
        );
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(engine.Channel);
            worker.AddTasks(tasks =>
            {
                tasks.AddOrchestratorFunc<DateOnly, ChaseSummary>(
                    ChaseDayOrchestration.Name,
                    (context, day) => ChaseDayOrchestration.RunAsync(context, day, retried)
                );
                tasks.AddOrchestratorFunc<string, ImportSummary>(
                    ImportCaseloadOrchestration.Name,
                    (context, hash) => ImportCaseloadOrchestration.RunAsync(context, hash!, retried)
                );
                tasks.AddOrchestratorFunc<RoundToBegin, RoundSummary>(
                    AuditRoundOrchestration.Name,
                    (context, round) =>
                        AuditRoundOrchestration.RunAsync(context, round!, retried, patient: retried)
                );
                tasks.AddOrchestratorFunc<AuditToTend>(
                    AuditReturnOrchestration.Name,
                    (context, audit) => AuditReturnOrchestration.RunAsync(context, audit!, retried)
                );
                activities(tasks);
            });
        });
        builder.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(engine.Channel);
            client.RegisterDirectly();
        });
        var started = builder.Build();
        await started.StartAsync(cancellationToken);
        return new DurableWorker(started);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
