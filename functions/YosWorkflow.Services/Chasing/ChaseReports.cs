using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Chasing;

/// <summary>Says from digests who was told what, and who was not and why.</summary>
internal static class ChaseReports
{
    /// <summary>What digests told, people in ordinal order.</summary>
    public static ImmutableArray<ToldPerson> Told(IEnumerable<StoredDigest> digests) =>
        [
            .. InOrder(digests)
                .Select(digest => new ToldPerson(
                    digest.Key.PersonId,
                    digest.Key.Channel,
                    [.. digest.Items.Select(ToldItemOf)]
                )),
        ];

    /// <summary>Whom digests did not tell, people in ordinal order.</summary>
    public static ImmutableArray<NotToldPerson> NotTold(IEnumerable<StoredDigest> digests) =>
        [
            .. InOrder(digests)
                .Select(digest => new NotToldPerson(
                    digest.Key.PersonId,
                    digest.Key.Channel,
                    ReasonOf(digest)
                )),
        ];

    /// <summary>Whether the provider has taken a digest.</summary>
    public static bool IsTold(StoredDigest digest) =>
        digest.State is DigestState.Sent or DigestState.Delivered;

    private static IEnumerable<StoredDigest> InOrder(IEnumerable<StoredDigest> digests) =>
        digests
            .OrderBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
            .ThenBy(digest => digest.Key.Channel)
            .ThenBy(digest => digest.Key.Day);

    private static ToldItem ToldItemOf(NoticeItem item) =>
        new(item.CaseRef, item.RuleId, item.DueOn, item.Step, item.WorkingDaysOverdue);

    private static string ReasonOf(StoredDigest digest) =>
        digest.State switch
        {
            DigestState.Failed => $"{digest.Reason ?? "It could not be sent."} It will be tried again.",
            DigestState.Sending =>
                "It is on its way, or its sender died on the way; it will be settled, or sent again.",
            DigestState.Created => "It has not been sent yet.",
            DigestState.Cancelled => digest.Reason ?? "Nothing in it was still to be told.",
            _ => digest.Reason ?? "It can't be delivered.",
        };
}
