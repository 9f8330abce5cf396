using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Says which items of digests that are about audits still stand, so that a digest which is sent late does not ask for a return
/// that came in meanwhile, or of somebody with whom the audit no longer lies.
/// </summary>
public sealed class OpenAuditItems(AuditTable audits, ServiceRules rules)
{
    /// <summary>Whether an item is about an audit; others are for the chase to judge.</summary>
    public static bool IsOfAudit(NoticeItem item) => AuditRuleId.TryParse(item.RuleId, out _);

    /// <summary>Those items about audits that are still open as of a day: one query a round they are of.</summary>
    /// <param name="items">Items; those that are not about audits are left out.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlySet<NoticeItem>> StillOpenAsync(
        IEnumerable<NoticeItem> items,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var open = new HashSet<NoticeItem>();
        foreach (var round in items.Where(IsOfAudit).GroupBy(RoundOf))
        {
            if (await audits.ReadAsync(round.Key, cancellationToken) is not { } read)
            {
                continue;
            }

            var chaser = new AuditChaser(AuditLadders.Default, rules.Calendar, staff, read.Round);
            var caseRefs = round.Select(item => item.CaseRef).ToHashSet(StringComparer.Ordinal);
            var duties = read
                .Standing.Cases.Where(item => caseRefs.Contains(item.Case.CaseRef))
                .SelectMany(item => chaser.OpenOn(item, day))
                .Select(duty => (duty.CaseRef, duty.Rule.ToString(), duty.BeganOn, duty.OwnerId))
                .ToHashSet();
            open.UnionWith(
                round.Where(item =>
                    duties.Contains((item.CaseRef, item.RuleId, item.ClockStarted, item.OwedById))
                )
            );
        }

        return open;
    }

    private static RoundId RoundOf(NoticeItem item) =>
        AuditRuleId.TryParse(item.RuleId, out var rule) ? rule.Round : default;
}
