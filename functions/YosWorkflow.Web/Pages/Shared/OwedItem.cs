using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>An obligation as pages show it.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Owner">Who owes it, or null if nobody in the staff list does.</param>
/// <param name="Resting">The acknowledgement by which chasing rests on the day, or null.</param>
public sealed record OwedItem(Obligation Obligation, StaffMember? Owner, Acknowledgement? Resting)
{
    /// <summary>What was told of it; see <see cref="Told"/>.</summary>
    public ImmutableArray<ToldMark> Marks { get; init; } = [];

    /// <summary>The staff list, by which those who were told are named.</summary>
    public Staff Staff { get; init; } = Staff.None;

    /// <summary>What was told of it, a sentence a day. It is worded when it is asked for: most items are only counted.</summary>
    public ImmutableArray<string> Told => [.. ToldWords.ByDay(Marks, Staff)];

    /// <summary>Who was told of it and when, in short; null if nobody was.</summary>
    public string? ToldInShort => ToldWords.InShort(Marks, Staff);

    /// <summary>By what a page and a link name its line.</summary>
    public string LineId => DutyLine.IdOf(Obligation.Case.CaseRef, Obligation.Rule.RuleId);

    /// <summary>Who owes it, in words.</summary>
    public string OwnerName =>
        Owner?.Name ?? (Obligation.OwedById.Length > 0 ? Obligation.OwedById : "Nobody");
}
