using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>Draws and allocates before it answers: that takes about a second, and what is wrong is said at once.</summary>
public sealed class DirectAuditStarter(SampleRound sampleRound) : IAuditStarter
{
    /// <inheritdoc/>
    public async Task<AuditStart> StartAsync(
        SampleRequest sample,
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await sampleRound.ExecuteAsync(sample, dryRun: false, cancellationToken) switch
        {
            AuditOutcome<SampledRound>.Done done => new AuditStart.Started(
                $"/api/audits/{sample.Round}",
                done.Value.Notes
            ),
            AuditOutcome<SampledRound>.Refused refused => new AuditStart.Refused(refused.Refusal),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
        };
}
