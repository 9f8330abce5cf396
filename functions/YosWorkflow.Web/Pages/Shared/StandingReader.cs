using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Turns what a use case lists into what pages show.</summary>
internal static class StandingReader
{
    /// <summary>What of a list is open, the most serious first.</summary>
    public static Standing Standing(this ObligationList list, ServiceRules rules) =>
        new(list.AsOf, list.Staff, list.Items(), rules.Calendar);

    /// <summary>A list's obligations with who owes them.</summary>
    public static IEnumerable<OwedItem> Items(this ObligationList list) =>
        list.Obligations.Select(listed => new OwedItem(
            listed.Obligation,
            list.Staff.Find(listed.Obligation.OwedById),
            listed.Resting
        ));
}
