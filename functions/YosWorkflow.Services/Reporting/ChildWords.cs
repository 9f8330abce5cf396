using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>A line of what is counted of children.</summary>
/// <param name="Words">What it counts.</param>
/// <param name="Title">The same as a column's title.</param>
/// <param name="Of">The count.</param>
/// <param name="IsOfChildren">Whether it counts some of the open cases, and not all of them.</param>
public sealed record ChildLine(
    string Words,
    string Title,
    Func<ChildCounts, int> Of,
    bool IsOfChildren = true
);

/// <summary>What is counted of children, in the words of pages and reports.</summary>
public static class ChildWords
{
    /// <summary>The lines, in order.</summary>
    public static ImmutableArray<ChildLine> Lines { get; } =
    [
        new("Looked after by this authority", "Looked after, own", counts => counts.OwnAuthority),
        new("Looked after by another authority", "Looked after, other", counts => counts.OtherAuthority),
        new("In need", "In need", counts => counts.InNeed),
        new("On a child protection plan", "Protection plan", counts => counts.ProtectionPlan),
        new("Any of these", "Any", counts => counts.Any),
        new("All open cases", "Open cases", counts => counts.Open, IsOfChildren: false),
    ];
}
