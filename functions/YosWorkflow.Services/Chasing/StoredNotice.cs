using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Chasing;

/// <summary>A team's part of a person's digest, decided and not yet put into it.</summary>
/// <param name="Team">The team.</param>
/// <param name="RowKey">Its key within the team.</param>
/// <param name="Digest">For which digest it was decided; it goes into a later one if that is gone already.</param>
/// <param name="Items">What it tells.</param>
public sealed record StoredNotice(
    string Team,
    string RowKey,
    DigestKey Digest,
    ImmutableArray<NoticeItem> Items
)
{
    /// <summary>
    /// What distinguishes this notice from all others, other people's of the same items among them; a digest lists it.
    /// </summary>
    public string Fingerprint => $"{Team}{RowKey[RowKey.IndexOf('|')..]}";
}
