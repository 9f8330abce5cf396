using System.Collections.Concurrent;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web.Tests;

/// <summary>Notes what it is told of returns.</summary>
internal sealed class NotedRoundWatch : IRoundWatch
{
    private readonly ConcurrentQueue<string> told = new();

    public IReadOnlyCollection<string> Told => told;

    public Task ReturnCameInAsync(RoundId round, string caseRef, CancellationToken cancellationToken) =>
        Note($"in {round} {caseRef}");

    public Task ReturnReopenedAsync(RoundId round, string caseRef, CancellationToken cancellationToken) =>
        Note($"reopened {round} {caseRef}");

    private Task Note(string what)
    {
        told.Enqueue(what);
        return Task.CompletedTask;
    }
}
