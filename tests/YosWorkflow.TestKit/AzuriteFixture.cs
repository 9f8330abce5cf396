using System.Globalization;
using Azure.Data.Tables;
using Xunit;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.TestKit;

/// <summary>
/// One Azurite for all the tests of an assembly: <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>, then take it as a
/// constructor parameter. Every storage it gives has a prefix, and so tables, of its own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? azurite;
    private int prefixes;

    /// <summary>How to reach Azurite.</summary>
    public string ConnectionString => Running.ConnectionString;

    private AzuriteProcess Running =>
        azurite ?? throw new InvalidOperationException("Azurite is not running.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        azurite = await AzuriteProcess.StartAsync(CancellationToken.None);

    /// <summary>A prefix that no other test of this assembly has.</summary>
    public string NewPrefix() =>
        $"t{Interlocked.Increment(ref prefixes).ToString(CultureInfo.InvariantCulture)}x";

    /// <summary>Empty tables under a prefix of their own.</summary>
    public async Task<TableStorage> NewStorageAsync(CancellationToken cancellationToken)
    {
        var storage = Storage(NewPrefix());
        await storage.EnsureTablesAsync(cancellationToken);
        return storage;
    }

    /// <summary>
    /// The tables under a prefix, as another process would open them: with its own count of transactions, and its own
    /// pipeline, into which <paramref name="configure"/> may put faults.
    /// </summary>
    public TableStorage Storage(string prefix, Action<TableClientOptions>? configure = null) =>
        TableStorage.FromConnectionString(ConnectionString, prefix, configure);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
