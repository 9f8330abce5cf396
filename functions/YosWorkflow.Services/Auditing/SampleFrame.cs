using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Reads the frame of a round from the caseload, a team at a time.</summary>
public sealed class SampleFrame(
    CaseloadTable caseload,
    AuditTable audits,
    DrawnSamples samples,
    ServiceRules rules,
    AuditSettings settings
)
{
    /// <summary>The frame as of the day that is asked for, in ordinal order of the teams and then of the cases.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public async Task<ImmutableArray<FrameCase>> ReadAsync(
        AuditProgramme programme,
        SampleRequest request,
        CancellationToken cancellationToken
    )
    {
        var own = programme with { ReauditMonths = settings.ReauditMonths ?? programme.ReauditMonths };
        var audited = await LastAuditedAsync(own, request, cancellationToken);
        var frame = ImmutableArray.CreateBuilder<FrameCase>();
        foreach (var team in await caseload.ReadTeamsAsync(cancellationToken))
        {
            await foreach (var page in caseload.ReadTeamAsync(team, OpenOn(own, request), cancellationToken))
            {
                frame.AddRange(
                    page.Where(candidate =>
                            AuditFrame.Holds(
                                own,
                                request.Round.Month,
                                request.AsOf,
                                candidate,
                                audited.TryGetValue(candidate.CaseRef, out var day) ? day : null,
                                rules.Calendar
                            )
                        )
                        .Select(candidate => request.Weights.Place(candidate, request.AsOf))
                );
            }
        }

        return frame.ToImmutable();
    }

    // Whatever was closed before can't be in the frame, so it need not be read.
    private static DateOnly? OpenOn(AuditProgramme programme, SampleRequest request) =>
        programme.Frame switch
        {
            FrameKind.OpenCases => request.AsOf,
            FrameKind.SupervisedInMonth => request.Round.Month,
            _ => null,
        };

    /// <summary>
    /// When cases were last drawn for the programme. What a closed round was missing counts as not audited; in a round that is
    /// still open, every case counts.
    /// </summary>
    private async Task<Dictionary<string, DateOnly>> LastAuditedAsync(
        AuditProgramme programme,
        SampleRequest request,
        CancellationToken cancellationToken
    )
    {
        var last = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        if (programme.Frame != FrameKind.OpenCases || programme.ReauditMonths == 0)
        {
            return last;
        }

        // A round may have been drawn up to a month or two after its own month, so a wider span is read than counts.
        var earliest = request.AsOf.AddMonths(-programme.ReauditMonths - 3);
        var rounds = await audits.ListRoundsAsync(programme.ProgrammeId, cancellationToken);
        foreach (var listed in rounds.Where(one => one.Id != request.Round && one.Id.Month >= earliest))
        {
            if (
                await audits.FindRoundAsync(listed.Id, cancellationToken) is { Round: var round }
                && round.Dates.DrawnOn <= request.AsOf
            )
            {
                await AddAsync(round, last, cancellationToken);
            }
        }

        return last;
    }

    private async Task AddAsync(
        AuditRound round,
        Dictionary<string, DateOnly> last,
        CancellationToken cancellationToken
    )
    {
        var notAudited = round
            .Missing.Where(missing => missing.Kind != MissingKind.SecondCheck)
            .Select(missing => missing.CaseRef)
            .ToHashSet(StringComparer.Ordinal);
        var draw = await samples.ReadAsync(round, cancellationToken);
        foreach (var item in draw.Cases.Where(item => !notAudited.Contains(item.CaseRef)))
        {
            if (!last.TryGetValue(item.CaseRef, out var day) || day < round.Dates.DrawnOn)
            {
                last[item.CaseRef] = round.Dates.DrawnOn;
            }
        }
    }
}
