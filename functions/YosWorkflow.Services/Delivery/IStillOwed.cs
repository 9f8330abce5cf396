using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Says what is still owed on some cases, so that a digest which goes out late does not chase what has been done since. It is
/// asked only when a digest is late, and then once for a page of them.
/// </summary>
public interface IStillOwed
{
    /// <summary>Reads how cases stand as of a day.</summary>
    /// <param name="caseRefs">The cases.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<OwedNow> ReadAsync(
        IReadOnlySet<string> caseRefs,
        Staff staff,
        DateOnly asOf,
        CancellationToken cancellationToken
    );
}

/// <summary>How some cases stand.</summary>
/// <param name="Teams">The team of each case that was found.</param>
/// <param name="IsOwed">Whether what an item tells still has to be told.</param>
public sealed record OwedNow(IReadOnlyDictionary<string, string> Teams, Func<NoticeItem, bool> IsOwed);
