using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Obligations;

/// <summary>Obligations as a table.</summary>
internal static class ObligationTable
{
    /// <summary>Its id.</summary>
    public const string Id = "obligations";

    public static Table Of(IEnumerable<OwedItem> items, Viewer viewer) =>
        new(
            Id,
            "Obligations, the most serious first",
            [new("Case"), new("What is owed"), new("Due"), new("Status"), new("Owed by"), new("Team")],
            [.. items.Select(item => Row(item, viewer))]
        );

    private static ImmutableArray<Cell> Row(OwedItem item, Viewer viewer)
    {
        var tag = StatusTag.Of(item);
        return
        [
            item.Obligation.Case.CaseRef,
            item.Obligation.Rule.Title,
            Dates.Short(item.Obligation.DueOn),
            new Cell(tag.Text)
            {
                Tag = tag.Colour,
                Note = item.Resting is { } resting ? $"Rests until {Dates.Short(resting.Until)}" : null,
            },
            new Cell(item.OwnerName)
            {
                Href =
                    item.Owner is { } owner && viewer.SeesDayOf(owner)
                        ? Addresses.MyDay(owner.StaffId)
                        : null,
            },
            item.Obligation.Case.Team,
        ];
    }
}
