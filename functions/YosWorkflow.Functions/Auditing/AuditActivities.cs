using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions.Auditing;

/// <summary>
/// The steps of a round and of its cases. Each says when the next is due, by the calendar and the service's own time zone, so that
/// no orchestration needs a clock.
/// </summary>
public sealed class AuditActivities(
    CaseloadTable caseload,
    AuditTable audits,
    SampleRound sample,
    TellRound tell,
    TendReturn tend,
    CloseRound close,
    YosSettings settings,
    TimeProvider clock
)
{
    /// <summary>The name of <see cref="SampleAsync"/>.</summary>
    public const string Sample = "SampleRound";

    /// <summary>The name of <see cref="BeginAsync"/>.</summary>
    public const string Begin = "BeginRound";

    /// <summary>The name of <see cref="TendAsync"/>.</summary>
    public const string Tend = "TendAudit";

    /// <summary>The name of <see cref="CloseAsync"/>.</summary>
    public const string Close = "CloseRound";

    private DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.TimeZone).DateTime);

    /// <summary>Draws a round and allocates it, or finds it drawn.</summary>
    [Function(Sample)]
    public async Task<SampleAnswer> SampleAsync(
        [ActivityTrigger] RoundToBegin round,
        CancellationToken cancellationToken
    ) =>
        await sample.ExecuteAsync(round.ToRequest(), dryRun: false, cancellationToken)
            is AuditOutcome<SampledRound>.Refused { Refusal: var refusal }
            ? new SampleAnswer(refusal.Reason)
            : new SampleAnswer(WhyNot: null);

    /// <summary>Tells everybody of a round, and says when it ends.</summary>
    [Function(Begin)]
    public async Task<BegunRound> BeginAsync(
        [ActivityTrigger] RoundId round,
        CancellationToken cancellationToken
    )
    {
        var read = await ReadAsync(round, cancellationToken);
        var endsOn = ReturnWatch.EndOf(read.Round, Today, settings.Rules.Calendar);
        var cases = read.Cases.Select(item => item.Standing.Case.CaseRef);
        if (read.Round.State == RoundState.Closed)
        {
            return new BegunRound([.. cases], endsOn, EndsAt: null);
        }

        if (Today <= read.Round.Dates.ClosesOn)
        {
            await TellAsync(round, Today, cancellationToken);
        }

        return new BegunRound([.. cases], endsOn, MorningOf(endsOn));
    }

    /// <summary>Looks after a case.</summary>
    [Function(Tend)]
    public async Task<TendedAudit> TendAsync(
        [ActivityTrigger] AuditToTend audit,
        CancellationToken cancellationToken
    )
    {
        var next = await tend.ExecuteAsync(
            audit.Round,
            audit.CaseRef,
            Today,
            audit.EndsOn,
            cancellationToken
        );
        return new TendedAudit(next is { } day ? MorningOf(day) : null);
    }

    /// <summary>Closes a round and tells what is missing.</summary>
    [Function(Close)]
    public async Task<RoundSummary> CloseAsync(
        [ActivityTrigger] RoundToClose round,
        CancellationToken cancellationToken
    )
    {
        if (
            await close.ExecuteAsync(round.Round, round.EndsOn, cancellationToken)
            is AuditOutcome<AuditRound>.Refused { Refusal: var refusal }
        )
        {
            throw new InvalidOperationException(refusal.Reason);
        }

        await TellAsync(round.Round, round.EndsOn, cancellationToken);
        return RoundSummary.Of((await ReadAsync(round.Round, cancellationToken)).Standing);
    }

    private async Task TellAsync(RoundId round, DateOnly day, CancellationToken cancellationToken)
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        await tell.ExecuteAsync(round, staff, day, only: null, dryRun: false, cancellationToken);
    }

    private async Task<StoredRound> ReadAsync(RoundId round, CancellationToken cancellationToken) =>
        await audits.ReadAsync(round, cancellationToken)
        ?? throw new InvalidOperationException($"{round} has not been drawn.");

    private DateTime MorningOf(DateOnly day) =>
        MorningHour.Of(day, settings.TimeZone, settings.ChaseHour).UtcDateTime;
}
