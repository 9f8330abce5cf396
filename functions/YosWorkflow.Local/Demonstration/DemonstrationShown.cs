using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Demonstration;

/// <summary>What there is to see in a demonstration.</summary>
/// <param name="Day">The morning that was chased.</param>
/// <param name="FirstMorning">From when the caseload is.</param>
/// <param name="Open">What is open as of the day.</param>
/// <param name="Report">Who was told what on that morning, by whichever run.</param>
internal sealed record DemonstrationShown(
    DateOnly Day,
    DateOnly FirstMorning,
    ObligationList Open,
    ChaseReport Report
)
{
    /// <summary>The staff list.</summary>
    public Staff Staff => Open.Staff;

    /// <summary>How many open obligations stand so.</summary>
    public int Count(ObligationStatus status) =>
        Open.Obligations.Count(listed => listed.Obligation.Status == status);

    /// <summary>Reads it.</summary>
    public static async Task<DemonstrationShown> ReadAsync(
        IServiceProvider services,
        DateOnly day,
        DateOnly firstMorning,
        CancellationToken cancellationToken
    )
    {
        var open = await services
            .GetRequiredService<ListObligations>()
            .ExecuteAsync(
                day,
                new ObligationFilter { SeenBy = Viewer.OfEverything, Statuses = ObligationFilter.Open },
                cancellationToken
            );
        var chase = await services.GetRequiredService<ReadChase>().ExecuteAsync(day, cancellationToken);
        return new(day, firstMorning, open, chase?.Report ?? new ChaseReport { AsOf = day });
    }
}
