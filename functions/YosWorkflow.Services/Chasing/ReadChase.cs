#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Services.Chasing;

/// <summary>Says what the chase of a day did.</summary>
public sealed class ReadChase
{
    /// <summary>The run, its report from the digests of the day, and the digests themselves; null if it was never started.</summary>
    public Task<(
        ChaseRun Run,
        ChaseReport Report,
        IReadOnlyList<Delivery.StoredDigest> Digests
    )?> ExecuteAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
