using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Web.Routes.Obligations;

/// <summary>An obligation as the route answers it: the columns of the CSV, and what a reader wants beside them.</summary>
internal sealed record ObligationAnswer(
    string CaseRef,
    string Team,
    string RuleId,
    string Title,
    DateOnly ClockStarted,
    DateOnly DueOn,
    ObligationStatus Status,
    DateOnly? MetOn,
    string OwedById,
    int WorkingDaysOverdue,
    DateOnly? RestsUntil
)
{
    public static ObligationAnswer Of(ListedObligation listed)
    {
        var owed = listed.Obligation;
        return new ObligationAnswer(
            owed.Case.CaseRef,
            owed.Case.Team,
            owed.Rule.RuleId,
            owed.Rule.Title,
            owed.ClockStarted,
            owed.DueOn,
            owed.Status,
            owed.MetOn,
            owed.OwedById,
            owed.WorkingDaysOverdue,
            listed.Resting?.Until
        );
    }
}

/// <summary>A page of obligations.</summary>
/// <param name="AsOf">As of which day.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Items">Those of this page.</param>
/// <param name="Next">The address of the next page, or null on the last.</param>
internal sealed record ObligationPageAnswer(
    DateOnly AsOf,
    int Total,
    IReadOnlyList<ObligationAnswer> Items,
    string? Next
);
