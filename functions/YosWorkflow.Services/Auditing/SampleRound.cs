using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Auditing;

/// <summary>A sample that was drawn and allocated, or in a dry run would be.</summary>
/// <param name="Round">The round.</param>
/// <param name="Report">The sample as it is published.</param>
/// <param name="IsNew">Whether it was drawn now.</param>
/// <param name="Notes">What whoever asked should know of it, a sentence each.</param>
public sealed record SampledRound(
    AuditRound Round,
    SampleReport Report,
    bool IsNew,
    ImmutableArray<string> Notes
);

/// <summary>Draws a round and allocates it: the two steps that begin one, in their order.</summary>
public sealed class SampleRound(DrawSample drawSample, AllocateRound allocate)
{
    /// <summary>Draws and allocates. Stopped anywhere and done again, it comes to the same.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="dryRun">Whether only to say what would be drawn and who would audit it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditOutcome<SampledRound>> ExecuteAsync(
        SampleRequest request,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        switch (await drawSample.ExecuteAsync(request, dryRun, cancellationToken))
        {
            case AuditOutcome<DrawnRound>.Refused refused:
                return new AuditOutcome<SampledRound>.Refused(refused.Refusal);
            case AuditOutcome<DrawnRound>.Done { Value: var drawn }:
                var allocation = await AllocateAsync(drawn, dryRun, cancellationToken);
                return new AuditOutcome<SampledRound>.Done(
                    new SampledRound(
                        drawn.Round,
                        SampleReport.Of(drawn.Round, allocation),
                        drawn.IsNew,
                        drawn.Notes
                    )
                );
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} has no meaning.");
        }
    }

    private async Task<RoundAllocation> AllocateAsync(
        DrawnRound drawn,
        bool dryRun,
        CancellationToken cancellationToken
    ) =>
        !dryRun
        && await allocate.ExecuteAsync(drawn.Round.Id, cancellationToken)
            is AuditOutcome<RoundAllocation>.Done { Value: var settled }
            ? settled
            : await allocate.PreviewAsync(drawn.Round, drawn.Draw, cancellationToken);
}
