namespace YosWorkflow.Web.Pages.Shared;

/// <summary>The order in which pages list what is owed.</summary>
internal static class Seriousness
{
    /// <summary>
    /// Orders items the most serious first: those that are late before those that are not, high risk before other, the
    /// longest late and the earliest due first.
    /// </summary>
    public static IEnumerable<OwedItem> MostSeriousFirst(this IEnumerable<OwedItem> items, DateOnly day) =>
        items
            .OrderBy(item => item.Obligation.DueOn >= day)
            .ThenByDescending(item => item.Obligation.Case.IsHighRiskOn(day))
            .ThenByDescending(item => item.Obligation.WorkingDaysOverdue)
            .ThenBy(item => item.Obligation.DueOn)
            .ThenBy(item => item.Obligation.Case.CaseRef, StringComparer.Ordinal)
            .ThenBy(item => item.Obligation.Rule.RuleId, StringComparer.Ordinal);
}
