using Azure.Core;
using Azure.Core.Pipeline;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Counts the requests that go to Table Storage, tries included: each is a transaction on the bill. A transaction of a
/// hundred entities is one.
/// </summary>
public sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    private long total;

    /// <summary>How many there have been.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref total);
}
