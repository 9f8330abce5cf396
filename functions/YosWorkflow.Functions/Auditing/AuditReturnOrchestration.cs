using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Functions.Auditing;

/// <summary>
/// Looks after one case of a round until what is asked for is in, or the round ends: at the moments that each look names, and
/// whenever something has changed. An event says only that it is worth looking; what there is to see is in the tables, so one that
/// is lost is made good by the next look.
/// </summary>
public static class AuditReturnOrchestration
{
    /// <summary>The orchestration's name.</summary>
    public const string Name = "AuditReturn";

    /// <summary>The event that something has changed on the case, such as that its return came in.</summary>
    public const string Changed = "ReturnChanged";

    /// <summary>After so many looks the history begins anew, so that it is bounded whatever happens.</summary>
    public const int MostLooks = 40;

    private const int LongestInstanceId = 100;

    /// <summary>The id of the orchestration of a case: that of its round and the case, or the case's hash where that is too long.</summary>
    public static string InstanceId(RoundId round, string caseRef)
    {
        var prefix = AuditRoundOrchestration.InstanceId(round) + "-";
        return prefix.Length + caseRef.Length <= LongestInstanceId
            ? prefix + caseRef
            : prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseRef)));
    }

    /// <summary>Looks after a case.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, AuditToTend audit) =>
        RunAsync(context, audit, DurableSteps.Patient);

    internal static async Task RunAsync(
        TaskOrchestrationContext context,
        AuditToTend audit,
        TaskOptions patient
    )
    {
        var changed = context.WaitForExternalEvent<string>(Changed);
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var tended = await context.CallActivityAsync<TendedAudit>(AuditActivities.Tend, audit, patient);
            if (tended.NextAt is not { } next)
            {
                return;
            }

            if (await ComesBeforeAsync(context, changed, next))
            {
                changed = context.WaitForExternalEvent<string>(Changed);
            }
        }

        context.ContinueAsNew(audit);
    }

    private static async Task<bool> ComesBeforeAsync(
        TaskOrchestrationContext context,
        Task changed,
        DateTime next
    )
    {
        using var unused = new CancellationTokenSource();
        var due = context.CreateTimer(next, unused.Token);
        await Task.WhenAny(changed, due);
        if (!due.IsCompleted)
        {
            // At once, and on the orchestration's own thread.
#pragma warning disable CA1849, MA0042
            unused.Cancel();
#pragma warning restore CA1849, MA0042
        }

        return changed.IsCompleted;
    }
}
