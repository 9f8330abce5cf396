using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>The process dies.</summary>
internal sealed class Died : Exception
{
    public Died()
        : base("The process died here.") { }
}

/// <summary>Dies before one of the transactions of a connection is sent, counted from 1.</summary>
internal sealed class DiesBeforeTransaction(int number) : HttpPipelineSynchronousPolicy
{
    private int seen;

    public static Action<TableClientOptions> Number(int number) =>
        options => options.AddPolicy(new DiesBeforeTransaction(number), HttpPipelinePosition.PerCall);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (
            message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)
            && Interlocked.Increment(ref seen) == number
        )
        {
            throw new Died();
        }
    }
}
