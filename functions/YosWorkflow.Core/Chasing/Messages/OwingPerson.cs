using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Somebody other than the reader, and what they owe, most serious first.</summary>
/// <param name="OwedById">Their staff id; empty if nobody holds the role that owes it.</param>
/// <param name="MeantForId">For whom the reader stands in, or null.</param>
/// <param name="Items">What they owe.</param>
internal sealed record OwingPerson(string OwedById, string? MeantForId, ImmutableArray<NoticeItem> Items)
{
    /// <summary>Whether the reader stands in for the very person who owes it, and so has to do it.</summary>
    public bool IsForReaderToDo => string.Equals(OwedById, MeantForId, StringComparison.Ordinal);

    /// <summary>Groups items by who owes them and for whom they were meant; whoever owes the most serious item comes first.</summary>
    public static ImmutableArray<OwingPerson> GroupsOf(IEnumerable<NoticeItem> items) =>
        [
            .. items
                .GroupBy(item => (item.OwedById, item.MeantForId))
                .Select(group => new OwingPerson(group.Key.OwedById, group.Key.MeantForId, [.. group])),
        ];
}
