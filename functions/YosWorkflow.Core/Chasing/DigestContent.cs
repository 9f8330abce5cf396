using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing;

/// <summary>Puts notices together into what one person is told at once.</summary>
public static class DigestContent
{
    /// <summary>The items of notices to one person by one way: each occurrence once, most serious first.</summary>
    public static ImmutableArray<NoticeItem> Of(IEnumerable<NoticeItem> items) =>
        [
            .. items
                .Order(NoticeItem.MostSeriousFirst)
                .DistinctBy(item => (item.CaseRef, item.RuleId, item.ClockStarted)),
        ];
}
