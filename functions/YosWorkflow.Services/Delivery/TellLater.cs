using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Puts items back among the notices, from where the next chase composes them into a person's next digest: what can't go with
/// the digest of the day any more, since a person is told once a day by each way.
/// </summary>
public sealed class TellLater(ChasingTable chasing)
{
    /// <summary>
    /// Keeps what is still owed of some items to be told. Done again it changes nothing: the notices are keyed by their content,
    /// and a digest lists those that it was composed of. False, with nothing kept, if it is not known to which team a case
    /// belongs.
    /// </summary>
    /// <param name="digest">For whom, by which way, and the day on which it was decided.</param>
    /// <param name="items">What is to be told.</param>
    /// <param name="owed">How their cases stand.</param>
    /// <param name="cancellationToken">Stops it between two teams.</param>
    public async Task<bool> ExecuteAsync(
        DigestKey digest,
        ImmutableArray<NoticeItem> items,
        OwedNow owed,
        CancellationToken cancellationToken
    )
    {
        var left = items.Where(owed.IsOwed).ToArray();
        if (left.Any(item => !owed.Teams.ContainsKey(item.CaseRef)))
        {
            return false;
        }

        foreach (var team in left.GroupBy(item => owed.Teams[item.CaseRef], StringComparer.Ordinal))
        {
            var notice = ChasingTable.Notice(team.Key, digest, [.. team]);
            await chasing.TryRecordAsync(team.Key, [], [notice], cancellationToken);
        }

        return true;
    }
}
