using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>What a day's step of the audits came to.</summary>
/// <param name="Notices">The notices that this call decided; they go into the digests of the day.</param>
/// <param name="Failed">The rounds that failed, as the chase reports teams; they do not hold up the others.</param>
public sealed record AuditDayReport(ImmutableArray<StoredNotice> Notices, ImmutableArray<FailedTeam> Failed);

/// <summary>
/// The morning's step of all rounds under way: allocates what is only drawn, finds readers, closes what has ended, and decides
/// who is told of what. It comes before the digests of the day are composed. It may be stopped anywhere and started again.
/// </summary>
public sealed class AuditDay(
    AuditTable audits,
    AllocateRound allocate,
    PlaceReadings place,
    CloseRound close,
    TellRound tell,
    TimeProvider clock,
    ILogger<AuditDay> logger
)
{
    /// <summary>Takes the step of a day.</summary>
    /// <param name="day">The day, a working day.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="dryRun">Whether only to say what would be told as the rounds stand.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditDayReport> ExecuteAsync(
        DateOnly day,
        Staff staff,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var report = new AuditDayReport([], []);
        IReadOnlyList<ListedRound> rounds = [];
        await TryAsync(
            "audits",
            async () =>
            {
                rounds = await audits.ListRoundsAsync(programmeId: null, cancellationToken);
                return [];
            }
        );
        foreach (var listed in rounds.Where(one => one.IsLive))
        {
            await TryAsync(
                $"audit {listed.Id}",
                () => StepAsync(listed, day, staff, dryRun, cancellationToken)
            );
        }

        return report;

        async Task TryAsync(string what, Func<Task<ImmutableArray<StoredNotice>>> step)
        {
            try
            {
                var decided = await Retries.RunAsync(step, clock, cancellationToken);
                report = report with { Notices = report.Notices.AddRange(decided) };
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(error, "The step of {What} failed.", what);
                report = report with
                {
                    Failed = report.Failed.Add(new FailedTeam(what, TeamChases.ReasonOf(error))),
                };
            }
        }
    }

    private async Task<ImmutableArray<StoredNotice>> StepAsync(
        ListedRound listed,
        DateOnly day,
        Staff staff,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (await audits.FindRoundAsync(listed.Id, cancellationToken) is not { Round: var round })
        {
            return [];
        }

        // A round drawn as of a later day does not exist yet on this one.
        if (round.Dates.DrawnOn > day)
        {
            return [];
        }

        if (!dryRun)
        {
            await MoveOnAsync(round, day, staff, cancellationToken);
        }

        var told = await tell.ExecuteAsync(listed.Id, staff, day, only: null, dryRun, cancellationToken);
        if (!dryRun && told.IsEmpty)
        {
            await RestAsync(listed, day, cancellationToken);
        }

        return told;
    }

    private async Task MoveOnAsync(
        AuditRound round,
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        if (round.State == RoundState.Drawn)
        {
            await allocate.ExecuteAsync(round.Id, cancellationToken);
        }

        // The last working day belongs to the round: by the morning's step it ends on the next.
        if (round.State != RoundState.Closed && day > round.Dates.ClosesOn)
        {
            await close.ExecuteAsync(round.Id, day, cancellationToken);
        }
        else
        {
            await place.ExecuteAsync(round.Id, staff, day, cancellationToken);
        }
    }

    /// <summary>A closed round of which nothing is left to tell is not looked at any more, until something comes up.</summary>
    private async Task RestAsync(ListedRound listed, DateOnly day, CancellationToken cancellationToken)
    {
        if (
            await audits.ReadAsync(listed.Id, cancellationToken)
                is not { Round.State: RoundState.Closed } read
            || read.Cases.Any(item =>
                item.Standing.Actions.Any(action => action.IsOpen)
                || item.Standing.Return?.SubmittedOn?.AddMonths(1) > day
            )
            || (await audits.ReadNoticesAsync(listed.Id, DateOnly.MaxValue, cancellationToken)).Count > 0
        )
        {
            return;
        }

        _ = await audits.TryRestAsync(listed, cancellationToken);
    }
}
