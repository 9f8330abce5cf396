using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// Two audit rounds. That of the month before is over: all returns but one came in, some were read twice, commented on, and led to
/// actions. The other is under way, drawn some days before the demonstration's first morning, with some returns in and some begun.
/// Done again, it changes nothing.
/// </summary>
internal sealed class DemonstrationAudit(
    SampleRound sample,
    DemonstrationReturns returns,
    PlaceReadings place,
    CloseRound close,
    CaseloadTable caseload,
    AuditTable audits,
    ServiceRules rules
)
{
    private const string ProgrammeId = "golden-thread";
    private const int Size = 20;
    private const int DaysAgo = 8;
    private const int Done = 9;
    private const int Begun = 3;

    /// <summary>Makes them.</summary>
    /// <param name="firstMorning">From when the caseload is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The round under way.</returns>
    public async Task<RoundId> PrepareAsync(DateOnly firstMorning, CancellationToken cancellationToken)
    {
        var drawnOn = rules.Calendar.Add(firstMorning, -DaysAgo);
        var month = IsoMonth.Of(drawnOn);
        await EndedAsync(month.AddMonths(-1), cancellationToken);
        return await UnderWayAsync(new RoundId(ProgrammeId, month), drawnOn, cancellationToken);
    }

    private async Task<RoundId> UnderWayAsync(
        RoundId id,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        if (await DrawAsync(id, drawnOn, cancellationToken) is { Round.State: RoundState.Open } standing)
        {
            for (var number = 0; number < Done + Begun && number < standing.Cases.Length; number++)
            {
                await returns.HandInAsync(
                    standing,
                    number,
                    isWhole: number < Done,
                    rules.Calendar.Add(drawnOn, 1 + (number % DaysAgo)),
                    cancellationToken
                );
            }

            await returns.RespondAsync(standing, number: 0, drawnOn, cancellationToken);
        }

        return id;
    }

    private async Task EndedAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var id = new RoundId(ProgrammeId, month);
        var drawnOn = rules.Calendar.Add(month.AddDays(-1), 1);
        if (await DrawAsync(id, drawnOn, cancellationToken) is not { Round.State: RoundState.Open } standing)
        {
            return;
        }

        for (var number = 0; number < standing.Cases.Length - 1; number++)
        {
            var on = rules.Calendar.Add(drawnOn, 2 + (number % DaysAgo));
            await returns.HandInAsync(standing, number, isWhole: true, on, cancellationToken);
        }

        var due = standing.Round.Dates.ReturnsDueOn;
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        await place.ExecuteAsync(id, staff, due, cancellationToken);
        await returns.CheckAsync(id, rules.Calendar.Add(due, 2), cancellationToken);
        await returns.LearnAsync(standing, drawnOn, cancellationToken);
        await close.ExecuteAsync(id, rules.Calendar.Add(standing.Round.Dates.ClosesOn, 1), cancellationToken);
    }

    private async Task<RoundStanding?> DrawAsync(
        RoundId id,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        await sample.ExecuteAsync(
            new SampleRequest(id, drawnOn) { Size = SampleSize.Of(Size), Seed = "demonstration" },
            dryRun: false,
            cancellationToken
        );
        return (await audits.ReadAsync(id, cancellationToken))?.Standing;
    }
}
