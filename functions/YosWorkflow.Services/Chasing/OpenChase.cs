using YosWorkflow.Core;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>Begins the chase of a day: makes its row unless it is there, and says what is to be done.</summary>
/// <remarks>
/// Nobody is told for a day that is no working day. A day before one that was chased already is chased like any other: it sees the
/// record as of that day, and what the later chase told, in the same step or a later one, is not told again.
/// </remarks>
public sealed class OpenChase(CaseloadTable caseload, ChaseRunTable runs, ServiceRules rules)
{
    /// <summary>Begins it. Done again, it gives the same.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public async Task<ChasePlan> ExecuteAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(day, cancellationToken);
        await runs.StartAsync(day, plan.WhyNobody, cancellationToken);
        return plan;
    }

    /// <summary>Says what is to be done, without beginning it: nothing is written.</summary>
    internal async Task<ChasePlan> PlanAsync(DateOnly day, CancellationToken cancellationToken) =>
        WhyNobody(day) is { } whyNobody
            ? new ChasePlan(day, whyNobody, [])
            : new ChasePlan(day, null, [.. await caseload.ReadTeamsAsync(cancellationToken)]);

    private string? WhyNobody(DateOnly day) =>
        (rules.Calendar.IsWorkingDay(day), day.DayOfWeek) switch
        {
            (true, _) => null,
            (_, DayOfWeek.Saturday or DayOfWeek.Sunday) => $"{PlainDate.WithWeekday(day)} is at the weekend.",
            _ => $"{PlainDate.WithWeekday(day)} is a bank holiday.",
        };
}
