using Azure.Core;
using Azure.Core.Pipeline;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Counts the requests that go to Table Storage, tries included: each is a transaction on the bill. A transaction of a
/// hundred entities is one.
/// </summary>
public sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    private readonly AsyncLocal<TransactionTally?> measuring = new();
    private long total;

    /// <summary>How many there have been.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>
    /// Begins to count what is done from here on by the caller and what it calls, whatever else goes on at the same time. Counts
    /// may be nested: what the inner one counts, the outer one does too.
    /// </summary>
    public TransactionTally Measure() => measuring.Value = new TransactionTally(measuring.Value);

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref total);
        measuring.Value?.Increment();
    }
}

/// <summary>A count of the transactions that one piece of work made.</summary>
public sealed class TransactionTally
{
    private readonly TransactionTally? outer;
    private long total;

    internal TransactionTally(TransactionTally? outer) => this.outer = outer;

    /// <summary>How many there have been.</summary>
    public long Total => Interlocked.Read(ref total);

    internal void Increment()
    {
        Interlocked.Increment(ref total);
        outer?.Increment();
    }
}
