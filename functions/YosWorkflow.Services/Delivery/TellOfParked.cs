#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>Puts what is newly parked into a digest for each administrator, once.</summary>
public sealed class TellOfParked
{
    /// <summary>Composes the digests of a day, and gives those that are to be sent. None if nothing is newly parked.</summary>
    public Task<IReadOnlyList<DigestKey>> ExecuteAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
