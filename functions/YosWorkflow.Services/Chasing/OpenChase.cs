using YosWorkflow.Core;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>Begins the chase of a day: makes its row unless it is there, and says what is to be done.</summary>
/// <remarks>
/// Nobody is told for a day that is no working day, nor for one before a day that was chased already: that later chase told
/// whatever was still owed, so all that the earlier day could add is what has been done in the meantime.
/// </remarks>
public sealed class OpenChase(CaseloadTable caseload, ChaseRunTable runs, ServiceRules rules)
{
    /// <summary>Begins it. Done again, it gives the same, until a later day is chased.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public async Task<ChasePlan> ExecuteAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(day, cancellationToken);
        await runs.StartAsync(day, plan.WhyNobody, cancellationToken);
        return plan;
    }

    /// <summary>Says what is to be done, without beginning it: nothing is written.</summary>
    internal async Task<ChasePlan> PlanAsync(DateOnly day, CancellationToken cancellationToken) =>
        await WhyNobodyAsync(day, cancellationToken) is { } whyNobody
            ? new ChasePlan(day, whyNobody, [])
            : new ChasePlan(day, null, [.. await caseload.ReadTeamsAsync(cancellationToken)]);

    private async Task<string?> WhyNobodyAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!rules.Calendar.IsWorkingDay(day))
        {
            return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                ? $"{PlainDate.WithWeekday(day)} is at the weekend."
                : $"{PlainDate.WithWeekday(day)} is a bank holiday.";
        }

        return await runs.FindLaterAsync(day, cancellationToken) is { } later
            ? $"{PlainDate.WithWeekday(later.Day)} was chased already, and told what was still owed then."
            : null;
    }
}
