using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>
/// Kills the process at one of its storage requests, as far as storage can see: that request is not sent any more, or it is and
/// its answer is lost; nothing after it is sent at all.
/// </summary>
/// <param name="fatal">Which request, from 1; 0: none, it only counts.</param>
/// <param name="sendsIt">Whether the fatal request is sent.</param>
internal sealed class DyingStorage(int fatal, bool sendsIt) : HttpPipelinePolicy
{
    private int requests;

    public int Requests => requests;

    public bool Died => fatal > 0 && requests >= fatal;

    /// <summary>Puts it into a client's pipeline, which then does not try again.</summary>
    public void Configure(TableClientOptions options)
    {
        options.Retry.MaxRetries = 0;
        options.AddPolicy(this, HttpPipelinePosition.BeforeTransport);
    }

    public override async ValueTask ProcessAsync(
        HttpMessage message,
        ReadOnlyMemory<HttpPipelinePolicy> pipeline
    )
    {
        var number = Interlocked.Increment(ref requests);
        if (fatal == 0 || number < fatal || (number == fatal && sendsIt))
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (fatal > 0 && number >= fatal)
        {
            throw new KilledException();
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();
}

/// <summary>The process is dead.</summary>
internal sealed class KilledException : Exception;
