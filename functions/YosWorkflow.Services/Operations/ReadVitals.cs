using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Operations;

/// <summary>Reads from the state how the service is: what is not done shows, whoever should have done it.</summary>
public sealed class ReadVitals(
    YosSettings settings,
    DigestTable digests,
    ChaseRunTable chases,
    ImportRunTable imports,
    AuditTable audits,
    TimeProvider clock
)
{
    // What could not be sent within so long is no queue any more but parked, and that is looked for as far back as anyone would.
    private const int Days = 28;

    // Days that were started and are not through, or on which nobody was to be told, lie before the last chase at most.
    private const int DaysWithoutChase = 14;

    private static readonly DigestState[] Waiting =
    [
        DigestState.Created,
        DigestState.Sending,
        DigestState.Failed,
        DigestState.Parked,
    ];

    /// <summary>Reads it: a query of each table that it needs, and a point read of each round that may be open.</summary>
    public async Task<Vitals> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, settings.TimeZone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var waiting = await digests.ReadSinceAsync(today.AddDays(-Days), Waiting, cancellationToken);
        var unsent = waiting.Where(digest => digest.State != DigestState.Parked).ToList();
        var lastImport = await imports.LatestAsync(cancellationToken);
        return new Vitals(
            await IsMissingAsync(today, TimeOnly.FromDateTime(local.DateTime), cancellationToken),
            waiting.Count - unsent.Count,
            unsent.Count > 0 && IsDaytime(now) ? now - unsent.Min(digest => digest.CreatedAt) : null,
            lastImport is { } at ? now - at : null
        )
        {
            LastChase = await LastChaseAsync(today, cancellationToken),
            RoundsOpen = await RoundsOpenAsync(cancellationToken),
        };
    }

    private async Task<bool> IsMissingAsync(
        DateOnly today,
        TimeOnly time,
        CancellationToken cancellationToken
    ) =>
        time >= VitalsLimits.ChaseBy
        && settings.Rules.Calendar.IsWorkingDay(today)
        && await chases.FindAsync(today, cancellationToken) is not { FinishedAt: not null };

    private async Task<LastChase?> LastChaseAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var latest = await chases.ReadLatestAsync(DaysWithoutChase, cancellationToken);
        if (latest.FirstOrDefault(run => run is { FinishedAt: not null, WhyNobody: null }) is not { } last)
        {
            return null;
        }

        var sent = await digests.ReadDayAsync(last.Day, cancellationToken);
        return new LastChase(
            Math.Max(0, today.DayNumber - last.Day.DayNumber),
            last.FinishedAt!.Value - last.StartedAt,
            sent.Count(ChaseReports.IsTold)
        );
    }

    private async Task<int> RoundsOpenAsync(CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var round in await audits.ListRoundsAsync(programmeId: null, cancellationToken))
        {
            if (
                round.IsLive
                && await audits.FindRoundAsync(round.Id, cancellationToken)
                    is { Round.State: not RoundState.Closed }
            )
            {
                open++;
            }
        }

        return open;
    }

    private bool IsDaytime(DateTimeOffset now) =>
        Daytime.DayOf(now, settings.TimeZone, settings.ChaseHour, settings.Rules.Calendar) is not null;
}
