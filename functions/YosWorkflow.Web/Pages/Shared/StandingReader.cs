using YosWorkflow.Core.Caseload;
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
        list.Obligations.Select(listed => Item(listed, list.Staff));

    /// <summary>An obligation with who owes it and who was told of it.</summary>
    public static OwedItem Item(ListedObligation listed, Staff staff) =>
        new(listed.Obligation, staff.Find(listed.Obligation.OwedById), listed.Resting)
        {
            Marks = listed.Told,
            Staff = staff,
        };
}
