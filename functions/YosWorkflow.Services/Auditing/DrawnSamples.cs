using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Draws kept rounds again, from the frame and the seed that were kept with them.</summary>
public sealed class DrawnSamples(AuditTable audits)
{
    /// <summary>The sample of a round as it was drawn.</summary>
    public async Task<Draw> ReadAsync(AuditRound round, CancellationToken cancellationToken)
    {
        var frame = await audits.ReadFrameAsync(round, cancellationToken);
        var weights = round
            .Strata.Where(stratum => stratum.Weight != 1)
            .ToDictionary(stratum => stratum.Name, stratum => stratum.Weight, StringComparer.Ordinal);
        return Sampling.Draw(frame, SampleSize.Of(round.Size), round.Seed, weights);
    }
}
