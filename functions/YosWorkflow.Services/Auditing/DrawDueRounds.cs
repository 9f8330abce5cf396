using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Draws and allocates the rounds that the schedule asks for on a day: those of monthly programmes on the first working day of
/// the month. It comes before the morning's chase, whose digests then tell of them. Where nobody can audit, as in a service that
/// has not begun to, nothing is drawn unless somebody asks for it.
/// </summary>
public sealed class DrawDueRounds(
    CaseloadTable caseload,
    AuditTable audits,
    SampleRound sample,
    ServiceRules rules
)
{
    /// <summary>Draws what is due and not drawn yet, and says what came of each; a frame without cases is no reason to stop.</summary>
    public async Task<ImmutableArray<AuditOutcome<SampledRound>>> ExecuteAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var outcomes = ImmutableArray.CreateBuilder<AuditOutcome<SampledRound>>();
        foreach (var round in RoundSchedule.DueOn(AuditProgrammes.All, day, rules.Calendar))
        {
            if (
                await audits.FindRoundAsync(round, cancellationToken)
                    is not { Round.State: not RoundState.Drawn }
                && await SomebodyCanAuditAsync(cancellationToken)
            )
            {
                outcomes.Add(
                    await sample.ExecuteAsync(new SampleRequest(round, day), dryRun: false, cancellationToken)
                );
            }
        }

        return outcomes.ToImmutable();
    }

    private async Task<bool> SomebodyCanAuditAsync(CancellationToken cancellationToken)
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return staff.Members.Any(member => member is { Active: true, CanAudit: true });
    }
}
