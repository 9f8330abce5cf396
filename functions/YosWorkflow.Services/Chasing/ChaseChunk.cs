using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>A case on which something is to be told.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Before">What was told on it before, or null.</param>
/// <param name="Chase">What is to be told now.</param>
internal sealed record CaseDecision(string CaseRef, ToldOnCase? Before, CaseChase Chase);

/// <summary>So many cases of a team as fit one transaction, with what is told on them and the notices that tell it.</summary>
/// <param name="Told">What is told, by case.</param>
/// <param name="Notices">The notices, one for each person and way.</param>
internal sealed record ChaseChunk(
    IReadOnlyCollection<(string CaseRef, ToldOnCase? Before, ImmutableArray<ToldMark> Marks)> Told,
    IReadOnlyCollection<StoredNotice> Notices
)
{
    /// <summary>Splits decisions into chunks, each of whole cases.</summary>
    public static IEnumerable<ChaseChunk> Of(
        string team,
        DateOnly day,
        IReadOnlyCollection<CaseDecision> decisions
    )
    {
        var held = new List<CaseDecision>();
        var digests = new HashSet<DigestKey>();
        foreach (var decision in decisions)
        {
            var keys = decision
                .Chase.Notices.Select(notice => new DigestKey(day, notice.PersonId, notice.Channel))
                .ToHashSet();
            var rows = held.Count + 1 + digests.Count + keys.Count(key => !digests.Contains(key));
            if (held.Count > 0 && rows > ChasingTable.MostInTransaction)
            {
                yield return Whole(team, day, held);
                held.Clear();
                digests.Clear();
            }

            held.Add(decision);
            digests.UnionWith(keys);
        }

        if (held.Count > 0)
        {
            yield return Whole(team, day, held);
        }
    }

    private static ChaseChunk Whole(string team, DateOnly day, List<CaseDecision> held) =>
        new(
            [.. held.Select(decision => (decision.CaseRef, decision.Before, decision.Chase.Marks))],
            [
                .. held.SelectMany(decision => decision.Chase.Notices)
                    .GroupBy(notice => new DigestKey(day, notice.PersonId, notice.Channel))
                    .Select(group =>
                        ChasingTable.Notice(
                            team,
                            group.Key,
                            DigestContent.Of(group.Select(notice => notice.Item))
                        )
                    ),
            ]
        );
}
