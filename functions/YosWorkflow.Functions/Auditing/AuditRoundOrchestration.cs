using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Functions.Auditing;

/// <summary>
/// A round of audits as an orchestration: draws and allocates, tells everybody, has every case looked after by an orchestration of
/// its own, and closes the round when it ends. It only sequences. What it has done is in tables, so it may be ended, deleted and
/// started again; and each morning's chase looks at all rounds too.
/// </summary>
/// <remarks>
/// A round in which everything is back stays open until its last day is over, because the lead may give returns back until then.
/// The orchestrations of its cases end by themselves at the same moment, so this one waits for none of them in the end.
/// </remarks>
public static class AuditRoundOrchestration
{
    /// <summary>The orchestration's name.</summary>
    public const string Name = "AuditRound";

    /// <summary>The event that a return was given back to its auditor, with the case.</summary>
    public const string Reopened = "ReturnReopened";

    /// <summary>The id of the orchestration of a round: there is one at a time.</summary>
    public static string InstanceId(RoundId round) =>
        $"audit-{round.ProgrammeId}-{IsoMonth.Format(round.Month)}";

    /// <summary>Runs a round.</summary>
    [Function(Name)]
    public static Task<RoundSummary> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        RoundToBegin round
    ) => RunAsync(context, round, DurableSteps.Retried, DurableSteps.Patient);

    internal static async Task<RoundSummary> RunAsync(
        TaskOrchestrationContext context,
        RoundToBegin round,
        TaskOptions retried,
        TaskOptions patient
    )
    {
        var sampled = await context.CallActivityAsync<SampleAnswer>(AuditActivities.Sample, round, retried);
        if (sampled.WhyNot is { } whyNot)
        {
            // It ends as failed, so that the month can be asked for again once the reason is mended.
            throw new InvalidOperationException(whyNot);
        }

        var begun = await context.CallActivityAsync<BegunRound>(AuditActivities.Begin, round.Round, retried);
        var audits = new WatchedAudits(context, round.Round, begun);
        if (begun.EndsAt is { } end)
        {
            await WatchAsync(context, audits, end);
        }

        var summary = await context.CallActivityAsync<RoundSummary>(
            AuditActivities.Close,
            new RoundToClose(round.Round, begun.EndsOn),
            patient
        );
        audits.Show(RoundStatus.Closed);
        return summary;
    }

    private static async Task WatchAsync(TaskOrchestrationContext context, WatchedAudits audits, DateTime end)
    {
        audits.WatchAll();
        var ended = context.CreateTimer(end, CancellationToken.None);
        var reopened = context.WaitForExternalEvent<string>(Reopened);
        while (!ended.IsCompleted)
        {
            var isBack = audits.AllBack.IsCompleted;
            audits.Show(isBack ? RoundStatus.AllBack : RoundStatus.Open);
            await (isBack ? Task.WhenAny(ended, reopened) : Task.WhenAny(ended, reopened, audits.AllBack));
            if (reopened.IsCompleted)
            {
                audits.WatchAgain(await reopened);
                reopened = context.WaitForExternalEvent<string>(Reopened);
            }
        }
    }
}
