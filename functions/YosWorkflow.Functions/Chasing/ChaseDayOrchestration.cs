using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using YosWorkflow.Core;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Functions.Chasing;

/// <summary>
/// The morning's chase of a day as an orchestration: the steps of <see cref="ChaseDay"/> in the same order, each of them an
/// activity. It only sequences. What it has done is in tables, so it may be ended, deleted and started again.
/// </summary>
/// <remarks>
/// Teams are decided side by side. Digests are sent one page after the other: Microsoft Graph takes five requests a second from
/// all of our instances together, and pages sent by several at once would each keep that pace for themselves.
/// </remarks>
public static class ChaseDayOrchestration
{
    /// <summary>The orchestration's name.</summary>
    public const string Name = "ChaseDay";

    /// <summary>The id of the chase of a day: there is one at a time.</summary>
    public static string InstanceId(DateOnly day) => $"chase-{IsoDate.Format(day)}";

    /// <summary>Chases a day.</summary>
    [Function(Name)]
    public static Task<ChaseSummary> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        DateOnly day
    ) => RunAsync(context, day, DurableSteps.Retried);

    internal static async Task<ChaseSummary> RunAsync(
        TaskOrchestrationContext context,
        DateOnly day,
        TaskOptions retried
    )
    {
        var opened = await context.CallActivityAsync<OpenedChase>(ChaseActivities.Open, day, retried);
        var chased = opened.Plan.WhyNobody is null
            ? await ChaseAsync(context, day, opened, retried)
            : ChaseToClose.OfNobody(day, opened.Transactions);
        return await context.CallActivityAsync<ChaseSummary>(ChaseActivities.Close, chased, retried);
    }

    private static async Task<ChaseToClose> ChaseAsync(
        TaskOrchestrationContext context,
        DateOnly day,
        OpenedChase opened,
        TaskOptions retried
    )
    {
        var teams = await Task.WhenAll(
            opened.Plan.Teams.Select(team => ChaseTeamAsync(context, new TeamToChase(day, team), retried))
        );
        var audits = await AuditAsync(context, day, retried);
        var composed = await context.CallActivityAsync<DigestPages>(ChaseActivities.Compose, day, retried);
        var sent = await SendAsync(context, composed, retried);
        var leftOver = await context.CallActivityAsync<DigestPages>(ChaseActivities.LeftOver, day, retried);
        sent += await SendAsync(context, leftOver, retried);
        var parked = await context.CallActivityAsync<DigestPages>(ChaseActivities.TellOfParked, day, retried);
        sent += await SendAsync(context, parked, retried);
        return ChaseToClose.Of(day, opened, teams, audits, sent);
    }

    // A team that keeps failing does not hold up the others.
    private static async Task<TeamOutcome> ChaseTeamAsync(
        TaskOrchestrationContext context,
        TeamToChase team,
        TaskOptions retried
    )
    {
        try
        {
            return await context.CallActivityAsync<TeamOutcome>(ChaseActivities.ChaseTeam, team, retried);
        }
        catch (TaskFailedException failure)
        {
            return TeamOutcome.Failed(team.Team, DurableSteps.ReasonOf(failure));
        }
    }

    // Nor do the audits.
    private static async Task<AuditsOutcome> AuditAsync(
        TaskOrchestrationContext context,
        DateOnly day,
        TaskOptions retried
    )
    {
        try
        {
            return await context.CallActivityAsync<AuditsOutcome>(ChaseActivities.Audit, day, retried);
        }
        catch (TaskFailedException failure)
        {
            return AuditsOutcome.Failure(DurableSteps.ReasonOf(failure));
        }
    }

    private static async Task<PageOutcome> SendAsync(
        TaskOrchestrationContext context,
        DigestPages digests,
        TaskOptions retried
    )
    {
        var outcome = new PageOutcome(Sent: 0, NotSent: 0, digests.Transactions);
        foreach (var page in digests.Pages)
        {
            outcome += await SendAsync(context, page, retried);
        }

        return outcome;
    }

    // What a page could not send is still in the outbox, where the sweep finds it.
    private static async Task<PageOutcome> SendAsync(
        TaskOrchestrationContext context,
        DigestPage page,
        TaskOptions retried
    )
    {
        try
        {
            return await context.CallActivityAsync<PageOutcome>(ChaseActivities.Send, page, retried);
        }
        catch (TaskFailedException)
        {
            return new PageOutcome(Sent: 0, NotSent: page.Digests.Length, Transactions: 0);
        }
    }
}
