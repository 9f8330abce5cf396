#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Sends digests of the outbox: claims a person's digests of a day in one transaction, sends them one after the other, and
/// settles them in one transaction. It may be called again, or by two at once.
/// </summary>
public sealed class SendDigests
{
    /// <summary>How many people's digests are sent in one step.</summary>
    public const int PeopleAPage = 25;

    /// <summary>Cuts digests into pages, a person's of a day together.</summary>
    public static IReadOnlyList<IReadOnlyList<DigestKey>> Pages(IEnumerable<DigestKey> keys) =>
        throw new NotImplementedException();

    /// <summary>Sends what of these digests is to be sent now, and says what came of each.</summary>
    public Task<IReadOnlyList<DigestResult>> ExecuteAsync(
        IReadOnlyCollection<DigestKey> keys,
        Staff staff,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>
    /// The digests of any of the last days that are still to be sent and whose time has come: created and never sent, failed
    /// and to be tried again, claimed by a sender that died.
    /// </summary>
    public Task<IReadOnlyList<DigestKey>> LeftOverAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
