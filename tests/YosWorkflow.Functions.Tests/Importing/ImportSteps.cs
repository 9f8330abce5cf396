using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using YosWorkflow.Functions.Importing;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions.Tests.Importing;

/// <summary>The app's own activities of an import, which a test may watch and make die.</summary>
internal sealed class ImportSteps(TableStorage storage)
{
    private readonly ConcurrentQueue<ImportStatus> statuses = new();
    private readonly TaskCompletionSource died = new();
    private readonly ImportActivities activities = new(new StagedImport(storage, TimeProvider.System));
    private string? instance;

    /// <summary>How often writing dies once it has written, before what it did is recorded.</summary>
    public int DiesAfterWriting { get; set; }

    /// <summary>What is done before each step that writes.</summary>
    public Func<Task> BeforeWriting { get; init; } = () => Task.CompletedTask;

    /// <summary>By which the status is read at each step; null: it is not.</summary>
    public DurableTaskClient? Client { get; set; }

    /// <summary>Done when a step has died.</summary>
    public Task Died => died.Task;

    /// <summary>The status as it stood when each step that compares or writes began.</summary>
    public IReadOnlyCollection<ImportStatus> Statuses => statuses;

    public void Register(DurableTaskRegistry registry)
    {
        registry.AddActivityFunc<ImportAttempt, ImportStep>(
            ImportActivities.Plan,
            async (context, attempt) =>
            {
                instance = context.InstanceId;
                await NoteStatusAsync();
                return await activities.PlanAsync(attempt!, CancellationToken.None);
            }
        );
        registry.AddActivityFunc<string, ImportStep>(
            ImportActivities.Write,
            async (_, hash) =>
            {
                await NoteStatusAsync();
                await BeforeWriting();
                var step = await activities.WriteAsync(hash!, CancellationToken.None);
                return DiesAfterWriting > 0 ? throw Death() : step;
            }
        );
        registry.AddActivityFunc<ImportToFinish, ImportSummary>(
            ImportActivities.Finish,
            (_, done) => activities.FinishAsync(done!, CancellationToken.None)
        );
        registry.AddActivityFunc<string>(
            ImportActivities.Discard,
            (_, hash) => activities.DiscardAsync(hash!, CancellationToken.None)
        );
    }

    private InvalidOperationException Death()
    {
        DiesAfterWriting--;
        died.TrySetResult();
        return new InvalidOperationException("Killed.");
    }

    private async Task NoteStatusAsync()
    {
        if (Client is not null)
        {
            var now = await Client.GetInstanceAsync(instance!, getInputsAndOutputs: true);
            statuses.Enqueue(now!.ReadCustomStatusAs<ImportStatus>()!);
        }
    }
}
