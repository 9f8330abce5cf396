using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Brings notices of an earlier day, which a crash has left, up to the day on which they are told: what was met, ended or
/// acknowledged since is left out of them, and the rest says how late it is now.
/// </summary>
public sealed class NoticeRefresh(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules)
{
    /// <summary>The notices as they are to be told, in the order given; one of which nothing is left has no items.</summary>
    internal async Task<IReadOnlyList<StoredNotice>> ExecuteAsync(
        IReadOnlyList<StoredNotice> notices,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var old = notices.Where(notice => notice.Digest.Day < day).ToArray();
        if (old.Length == 0)
        {
            return notices;
        }

        var owed = new OwedNow(rules.ReaderFor(staff), day);
        foreach (var team in old.Select(notice => notice.Team).Distinct(StringComparer.Ordinal))
        {
            await ReadTeamAsync(team, owed, cancellationToken);
        }

        var items = old.SelectMany(notice => notice.Items);
        foreach (var caseRef in items.Select(item => item.CaseRef).Distinct(StringComparer.Ordinal))
        {
            await ReadMovedAsync(caseRef, owed, cancellationToken);
        }

        return [.. notices.Select(notice => notice.Digest.Day < day ? owed.Refreshed(notice) : notice)];
    }

    private async Task ReadTeamAsync(string team, OwedNow owed, CancellationToken cancellationToken)
    {
        var acknowledged = (await chasing.ReadTeamAsync(team, cancellationToken)).Acknowledgements;
        await foreach (var page in caseload.ReadTeamAsync(team, owed.Day, cancellationToken))
        {
            foreach (var supervised in page)
            {
                owed.Add(supervised, acknowledged[supervised.CaseRef]);
            }
        }
    }

    // A case that has gone to another team since is still owed there; one that is not found any more, or closed, is not.
    private async Task ReadMovedAsync(string caseRef, OwedNow owed, CancellationToken cancellationToken)
    {
        if (!owed.Has(caseRef) && await caseload.FindCaseAsync(caseRef, cancellationToken) is { } found)
        {
            var record = await chasing.ReadTeamAsync(found.Team, cancellationToken);
            owed.Add(found, record.Acknowledgements[caseRef]);
        }
    }

    private sealed class OwedNow(ObligationReader reader, DateOnly day)
    {
        private readonly Dictionary<(string, string, DateOnly), Obligation> open = [];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public DateOnly Day => day;

        public bool Has(string caseRef) => seen.Contains(caseRef);

        public void Add(Case supervised, IEnumerable<Acknowledgement> acknowledged)
        {
            var obligations = new List<Obligation>();
            reader.Read(supervised, day, obligations);
            seen.Add(supervised.CaseRef);
            foreach (var one in obligations)
            {
                if (one.IsOpen && !acknowledged.Any(kept => kept.Rests(one, day)))
                {
                    open[(supervised.CaseRef, one.Rule.RuleId, one.ClockStarted)] = one;
                }
            }
        }

        public StoredNotice Refreshed(StoredNotice notice) =>
            notice with
            {
                Items = [.. notice.Items.SelectMany(Refreshed)],
            };

        private IEnumerable<NoticeItem> Refreshed(NoticeItem item) =>
            open.TryGetValue((item.CaseRef, item.RuleId, item.ClockStarted), out var owed)
                ? [item with { WorkingDaysOverdue = owed.WorkingDaysOverdue }]
                : [];
    }
}
