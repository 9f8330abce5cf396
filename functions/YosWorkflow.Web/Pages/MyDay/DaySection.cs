using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>What of a person's is of one urgency, by case.</summary>
/// <param name="Urgency">The urgency.</param>
/// <param name="Cases">The cases, the one with the most serious item first.</param>
public sealed record DaySection(Urgency Urgency, ImmutableArray<CaseItems> Cases)
{
    /// <summary>How many items there are in it.</summary>
    public int Count => Cases.Sum(items => items.Items.Length);
}

/// <summary>Items of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Items">Its items, the most serious first.</param>
public sealed record CaseItems(Case Case, ImmutableArray<OwedItem> Items);
