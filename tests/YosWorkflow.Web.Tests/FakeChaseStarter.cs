using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Web.Routes.Chases;

namespace YosWorkflow.Web.Tests;

/// <summary>A host's starter that only notes what it is asked to start.</summary>
internal sealed class FakeChaseStarter : IChaseStarter
{
    public ConcurrentQueue<DateOnly> Started { get; } = [];

    public Task<string> StartAsync(DateOnly day, HttpRequest request, CancellationToken cancellationToken)
    {
        Started.Enqueue(day);
        return Task.FromResult($"/api/chases/{IsoDate.Format(day)}");
    }
}
