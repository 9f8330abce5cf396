using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Says how a round stands.</summary>
public sealed class ReadRound(AuditTable audits, DrawnSamples samples, AllocateRound allocate)
{
    /// <summary>How a round stands, or null if it has not been drawn.</summary>
    public async Task<RoundReport?> ExecuteAsync(RoundId id, CancellationToken cancellationToken) =>
        await StandingAsync(id, cancellationToken) is { } standing ? RoundReport.Of(standing) : null;

    /// <summary>A round with all its cases, or null if it has not been drawn.</summary>
    public async Task<RoundStanding?> StandingAsync(RoundId id, CancellationToken cancellationToken)
    {
        if (await audits.ReadAsync(id, cancellationToken) is not { } read)
        {
            return null;
        }

        if (read.Round.State != RoundState.Drawn)
        {
            return read.Standing;
        }

        // Stopped between drawing and allocating: what is settled so far is the sample.
        var draw = await samples.ReadAsync(read.Round, cancellationToken);
        var allocation = await allocate.PreviewAsync(read.Round, draw, cancellationToken);
        return new RoundStanding(
            read.Round,
            [.. allocation.Cases.Select(item => new CaseStanding(item, null, null, null, [], []))]
        );
    }

    /// <summary>
    /// What of a round is a person's, without any total of what is not; null if it has not been drawn, or nothing of it is theirs.
    /// </summary>
    public async Task<OwnAudits?> ExecuteAsync(
        RoundId id,
        StaffMember person,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await audits.ReadAsync(id, cancellationToken) is not { Round.State: not RoundState.Drawn } read)
        {
            return null;
        }

        var own = OwnAudits.Of(
            read.Round,
            person,
            read.Standing.Cases.Where(item => AuditPermits.IsListed(person, viewer, item))
        );
        return own.Cases.IsEmpty ? null : own;
    }

    /// <summary>A drawn round's sample as it is published, with the frame for whoever wants to check it; null if there is none.</summary>
    public async Task<SampleReport?> PublishAsync(RoundId id, CancellationToken cancellationToken)
    {
        if (await audits.FindRoundAsync(id, cancellationToken) is not { Round: var round })
        {
            return null;
        }

        var draw = await samples.ReadAsync(round, cancellationToken);
        var allocation = await allocate.PreviewAsync(round, draw, cancellationToken);
        var frame = await audits.ReadFrameAsync(round, cancellationToken);
        return SampleReport.Of(round, allocation) with
        {
            Frame =
            [
                .. frame
                    .OrderBy(item => item.CaseRef, StringComparer.Ordinal)
                    .Select(item => new SampleFrameCase(item.CaseRef, item.Stratum)),
            ],
        };
    }
}
