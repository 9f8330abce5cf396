using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Tests.Engine;

namespace YosWorkflow.Functions.Tests.Auditing;

/// <summary>What tests of rounds do with a worker.</summary>
internal static class RoundEngine
{
    public static readonly string Instance = AuditRoundOrchestration.InstanceId(FakeRound.Round);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string InstanceOf(string caseRef) =>
        AuditReturnOrchestration.InstanceId(FakeRound.Round, caseRef);

    public static Task StartRoundAsync(this DurableWorker worker) =>
        DurableAuditStarter.StartAsync(worker.Client, FakeRound.Request, Stop);

    public static Task CameInAsync(this DurableWorker worker, string caseRef) =>
        Watch(worker).ReturnCameInAsync(FakeRound.Round, caseRef, Stop);

    public static Task ReopenedAsync(this DurableWorker worker, string caseRef) =>
        Watch(worker).ReturnReopenedAsync(FakeRound.Round, caseRef, Stop);

    public static Task<OrchestrationMetadata> EndAsync(this DurableWorker worker, string? instance = null) =>
        worker
            .Client.WaitForInstanceCompletionAsync(instance ?? Instance, getInputsAndOutputs: true, Stop)
            .WaitAsync(Longest, Stop);

    public static async Task<RoundSummary> SummaryAsync(this DurableWorker worker)
    {
        var ended = await worker.EndAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return ended.ReadOutputAs<RoundSummary>()!;
    }

    public static async Task<RoundStatus?> StatusAsync(this DurableWorker worker) =>
        (await worker.Client.GetInstanceAsync(Instance, getInputsAndOutputs: true, Stop))
            is { SerializedCustomStatus: not null } known
            ? known.ReadCustomStatusAs<RoundStatus>()
            : null;

    /// <summary>
    /// Waits until a case is looked after, or was if that is as good: an event that comes before anything has begun is lost.
    /// </summary>
    public static Task UntilRunningAsync(this DurableWorker worker, string caseRef, bool orEnded = false) =>
        UntilAsync(async () =>
            await FindAsync(worker, InstanceOf(caseRef)) is { } known
            && (known.RuntimeStatus == OrchestrationRuntimeStatus.Running || (orEnded && known.IsCompleted))
        );

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(Longest);
        while (!await holds())
        {
            await Task.Delay(20, late.Token);
        }
    }

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    // The engine in memory can't say how an instance stands of which it has the first message and nothing else.
    private static async Task<OrchestrationMetadata?> FindAsync(DurableWorker worker, string instance)
    {
        try
        {
            return await worker.Client.GetInstanceAsync(instance, Stop);
        }
        catch (RpcException unknown) when (unknown.StatusCode == StatusCode.Unknown)
        {
            return null;
        }
    }

    private static DurableRoundWatch Watch(DurableWorker worker) => new(worker.Client, NullLogger.Instance);
}
