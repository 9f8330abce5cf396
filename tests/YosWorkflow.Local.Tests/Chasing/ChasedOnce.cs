using System.Text.Json;

namespace YosWorkflow.Local.Tests.Chasing;

/// <summary>The small caseload as it was before its chase, and what a chase of it comes to when nothing happens to it.</summary>
public sealed class ChasedOnce : IAsyncLifetime
{
    private readonly WorkDirectory chased = new();

    internal static string[] Chase { get; } = ["chase", "--as-of", SmallCaseload.AsOf, "--format", "json"];

    internal WorkDirectory Before { get; } = new();

    /// <summary>Who is told what.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    /// <summary>The digests in which they are told.</summary>
    public IReadOnlyList<string> Digests { get; private set; } = [];

    /// <summary>What the chase said.</summary>
    public JsonElement Report { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await SmallCaseload.ImportAsync(Before);
        chased.TakeOver(Before);
        Report = (await Verb.RunAsync(chased, Chase)).Json;
        Told = [.. ChaseOutcome.Told(Report)];
        var captured = ChaseOutcome.Captured(chased);
        Assert.All(captured, digest => Assert.Single(digest));
        Digests = [.. captured.Select(digest => digest.Key).Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync()
    {
        Before.Dispose();
        chased.Dispose();
        return ValueTask.CompletedTask;
    }
}

[CollectionDefinition(nameof(ChasedOnce))]
public sealed class SharedChasedOnce : ICollectionFixture<ChasedOnce>;
