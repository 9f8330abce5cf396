#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>The chases that were started, a row a day: partition <c>chase</c> of the runs.</summary>
public sealed class ChaseRunTable(TableStorage storage)
{
    /// <summary>The chase of a day, or null if it was never started.</summary>
    public Task<ChaseRun?> FindAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotImplementedException(
            storage.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    /// <summary>The last chases, latest day first.</summary>
    public Task<IReadOnlyList<ChaseRun>> ReadLatestAsync(int most, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
