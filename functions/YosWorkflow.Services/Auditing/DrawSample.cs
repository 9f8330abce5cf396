using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>A round with its sample.</summary>
/// <param name="Round">The round.</param>
/// <param name="Draw">The sample.</param>
/// <param name="IsNew">Whether it was drawn now; false if it had been drawn before, and then what was asked for did not count.</param>
public sealed record DrawnRound(AuditRound Round, Draw Draw, bool IsNew)
{
    /// <summary>What whoever asked should know of it, a sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>
/// Draws the sample of a round. The frame and the seed are kept first, then the round is inserted, and with that the draw is
/// settled: the same month drawn twice, or by two at once, is the first draw.
/// </summary>
public sealed class DrawSample(
    AuditTable audits,
    SampleFrame frames,
    DrawnSamples samples,
    ServiceRules rules,
    TimeProvider clock
)
{
    private const int SeedBytes = 16;

    /// <summary>Draws.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="dryRun">Whether only to say what would be drawn.</param>
    /// <param name="cancellationToken">Stops it; before the round is inserted, nothing is settled.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public async Task<AuditOutcome<DrawnRound>> ExecuteAsync(
        SampleRequest request,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (WhyNot(request) is { } refusal)
        {
            return new AuditOutcome<DrawnRound>.Refused(refusal);
        }

        if (await FindAsync(request, cancellationToken) is { } first)
        {
            return new AuditOutcome<DrawnRound>.Done(first);
        }

        var programme = AuditProgrammes.Find(request.Round.ProgrammeId)!;
        var frame = await frames.ReadAsync(programme, request, cancellationToken);
        if (frame.IsEmpty)
        {
            return AuditOutcome<DrawnRound>.No(
                AuditFault.NotAllowed,
                $"No case is in the frame of {request.Round} as of {IsoDate.Format(request.AsOf)}, so there is nothing to draw from."
            );
        }

        var drawn = Draw(programme, request, frame);
        if (request.FrameHash is { } seen && seen != drawn.Round.FrameHash)
        {
            return AuditOutcome<DrawnRound>.No(
                AuditFault.Conflict,
                $"The frame of {request.Round} has changed since it was looked at, so nothing was drawn."
            );
        }

        return new AuditOutcome<DrawnRound>.Done(
            dryRun ? drawn : await KeepAsync(request, drawn, frame, cancellationToken)
        );
    }

    private static AuditRefusal? WhyNot(SampleRequest request)
    {
        if (AuditProgrammes.Find(request.Round.ProgrammeId) is not { } programme)
        {
            return new AuditRefusal(
                AuditFault.NotFound,
                $"There is no audit programme '{request.Round.ProgrammeId}'; there are {string.Join(", ", AuditProgrammes.All.Select(one => one.ProgrammeId))}."
            );
        }

        if (programme.Size is null && request.Size is not null)
        {
            return new AuditRefusal(
                AuditFault.NotAllowed,
                $"{programme.ProgrammeId} is a census: every case of its frame is audited, so it takes no size."
            );
        }

        return request.Seed is { } seed && SampleRequest.FaultOfSeed(seed) is { } fault
            ? new AuditRefusal(AuditFault.NotAllowed, $"The seed {fault}.")
            : null;
    }

    private async Task<DrawnRound?> FindAsync(SampleRequest request, CancellationToken cancellationToken) =>
        await audits.FindRoundAsync(request.Round, cancellationToken) is { Round: var round }
            ? new DrawnRound(round, await samples.ReadAsync(round, cancellationToken), IsNew: false)
            {
                Notes =
                [
                    $"{round.Id} was drawn on {PlainDate.Format(DateOnly.FromDateTime(round.DrawnAt.UtcDateTime))}, as of {PlainDate.Format(round.Dates.DrawnOn)}; this is that draw.",
                ],
            }
            : null;

    private DrawnRound Draw(AuditProgramme programme, SampleRequest request, ImmutableArray<FrameCase> frame)
    {
        var size = request.Size ?? programme.Size ?? SampleSize.OfPercent(100);
        var seed = request.Seed ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        var draw = Sampling.Draw(frame, size, seed, request.Weights.Of(frame.Select(item => item.Stratum)));
        var round = new AuditRound
        {
            Id = request.Round,
            Programme = programme,
            Dates = RoundDates.Of(programme, request.Round.Month, request.AsOf, rules.Calendar),
            Asked = programme.Size is null ? "every case" : size.ToString(),
            Seed = seed,
            FrameSize = draw.FrameSize,
            FrameHash = draw.FrameHash,
            Strata = draw.Strata,
            DrawnAt = clock.GetUtcNow(),
        };
        return new DrawnRound(round, draw, IsNew: true) { Notes = [.. NotesOn(size, frame.Length)] };
    }

    private static IEnumerable<string> NotesOn(SampleSize size, int frame)
    {
        if (size.Number > frame || (size.Number is null && size.Min > frame))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The frame holds {frame}, fewer than the {size.Number ?? size.Min} asked for, so all of them are drawn."
            );
        }
    }

    private async Task<DrawnRound> KeepAsync(
        SampleRequest request,
        DrawnRound drawn,
        ImmutableArray<FrameCase> frame,
        CancellationToken cancellationToken
    )
    {
        await audits.ListRoundAsync(request.Round, cancellationToken);
        await audits.KeepFrameAsync(request.Round, drawn.Round.FrameHash, frame, cancellationToken);
        var text = AuditProgrammes.TextFor(request.Round.ProgrammeId);
        return await audits.TryInsertAsync(drawn.Round, text, cancellationToken)
            ? drawn
            : (await FindAsync(request, cancellationToken))!;
    }
}
