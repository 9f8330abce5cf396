using Microsoft.DurableTask;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Functions.Auditing;

/// <summary>The orchestrations of a round's cases, as the round's own orchestration holds them.</summary>
internal sealed class WatchedAudits(TaskOrchestrationContext context, RoundId round, BegunRound begun)
{
    private readonly Dictionary<string, Task> watched = new(StringComparer.Ordinal);
    private readonly SortedSet<string> failed = new(StringComparer.Ordinal);

    /// <summary>Done when none is under way.</summary>
    public Task AllBack { get; private set; } = Task.CompletedTask;

    /// <summary>Shows how far the round is.</summary>
    public void Show(string stage) =>
        context.SetCustomStatus(new RoundStatus(stage, begun.Cases.Length, begun.EndsOn, [.. failed]));

    /// <summary>Starts one for every case.</summary>
    public void WatchAll()
    {
        foreach (var caseRef in begun.Cases)
        {
            watched[caseRef] = WatchAsync(caseRef);
        }

        AllBack = Task.WhenAll(watched.Values);
    }

    /// <summary>Has a case looked at again: by its orchestration, if that is under way, or by a new one.</summary>
    public void WatchAgain(string caseRef)
    {
        if (!watched.TryGetValue(caseRef, out var before))
        {
            return;
        }

        if (before.IsCompleted)
        {
            watched[caseRef] = WatchAsync(caseRef);
            AllBack = Task.WhenAll(watched.Values);
        }
        else
        {
            context.SendEvent(
                AuditReturnOrchestration.InstanceId(round, caseRef),
                AuditReturnOrchestration.Changed,
                caseRef
            );
        }
    }

    // One that fails holds up neither the others nor the round: the mornings look after its case.
    private async Task WatchAsync(string caseRef)
    {
        try
        {
            await context.CallSubOrchestratorAsync(
                AuditReturnOrchestration.Name,
                new AuditToTend(round, caseRef, begun.EndsOn),
                new SubOrchestrationOptions(
                    retry: null,
                    instanceId: AuditReturnOrchestration.InstanceId(round, caseRef)
                )
            );
        }
        catch (TaskFailedException failure)
        {
            failed.Add($"{caseRef}: {DurableSteps.ReasonOf(failure)}");
        }
    }
}
