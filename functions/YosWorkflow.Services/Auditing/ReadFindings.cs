using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>What a round found, as pages and documents read it.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Title">What the programme is called.</param>
/// <param name="Month">The month, as <c>yyyy-MM</c>.</param>
/// <param name="State">Where the round is; until it is closed, findings are of what is in so far.</param>
/// <param name="FrameSize">How many cases the frame held.</param>
/// <param name="Size">How many were drawn.</param>
/// <param name="HalfWidth">The half-width of a 95 % interval at its widest, from 0 to 1, if all of them are in.</param>
/// <param name="IsWeighted">Whether some strata were over-sampled: then shares are of the sample, and not of the frame.</param>
/// <param name="Findings">The findings.</param>
/// <param name="Agreement">How well second readers agree with the first.</param>
/// <param name="Targets">How the sample's cases stand to the service's targets.</param>
/// <param name="Missing">What was missing when it was closed.</param>
public sealed record FindingsReport(
    string Programme,
    string Title,
    string Month,
    RoundState State,
    int FrameSize,
    int Size,
    double HalfWidth,
    bool IsWeighted,
    RoundFindings Findings,
    Agreement Agreement,
    ImmutableArray<TargetFinding> Targets,
    ImmutableArray<MissingItem> Missing
);

/// <summary>Works out what a round found, beside the twelve months before it.</summary>
public sealed class ReadFindings(CaseloadTable caseload, AuditTable audits, ServiceRules rules)
{
    private const int MonthsBefore = 12;

    /// <summary>The findings of a round, or null if it has not been drawn.</summary>
    /// <param name="id">The round.</param>
    /// <param name="today">The day as of which targets are looked at, unless the round was closed before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<FindingsReport?> ExecuteAsync(
        RoundId id,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (await audits.ReadAsync(id, cancellationToken) is not { Standing: var standing })
        {
            return null;
        }

        var round = standing.Round;
        return new FindingsReport(
            id.ProgrammeId,
            round.Programme.Title,
            IsoMonth.Format(id.Month),
            round.State,
            round.FrameSize,
            round.Size,
            round.HalfWidth,
            round.Strata.Any(stratum => stratum.Weight != 1),
            FindingsOf.Month(
                round.Programme.Template,
                id.Month,
                [.. Submitted(standing), .. await EarlierAsync(id, cancellationToken)]
            ),
            Agreement.Of([
                .. standing
                    .Cases.Where(item => item.IsIn && item.SecondIsIn)
                    .Select(item =>
                        (
                            (IReadOnlyCollection<AnsweredQuestion>)item.Return!.ToAnswers(),
                            (IReadOnlyCollection<AnsweredQuestion>)item.SecondReturn!.ToAnswers()
                        )
                    ),
            ]),
            await TargetsAsync(standing, round.ClosedOn ?? today, cancellationToken),
            round.Missing
        );
    }

    private static IEnumerable<SubmittedReturn> Submitted(RoundStanding standing) =>
        standing
            .Cases.Where(item => item.IsIn)
            .Select(item => new SubmittedReturn(
                standing.Round.Id.Month,
                item.Case.Team,
                item.Return!.ToAnswers()
            ));

    private async Task<List<SubmittedReturn>> EarlierAsync(RoundId id, CancellationToken cancellationToken)
    {
        var earlier = new List<SubmittedReturn>();
        var first = id.Month.AddMonths(-MonthsBefore);
        foreach (var listed in await audits.ListRoundsAsync(id.ProgrammeId, cancellationToken))
        {
            if (
                listed.Id.Month >= first
                && listed.Id.Month < id.Month
                && await audits.ReadAsync(listed.Id, cancellationToken) is { Standing: var standing }
            )
            {
                earlier.AddRange(Submitted(standing));
            }
        }

        return earlier;
    }

    private async Task<ImmutableArray<TargetFinding>> TargetsAsync(
        RoundStanding standing,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var targets = standing.Round.Programme.Targets;
        if (targets.IsEmpty)
        {
            return [];
        }

        var caseRefs = standing.Cases.Select(item => item.Case.CaseRef).ToHashSet(StringComparer.Ordinal);
        var present = await PresentCases.ReadAsync(caseload, caseRefs, cancellationToken);
        var reader = rules.ReaderFor(await caseload.ReadStaffAsync(cancellationToken));
        var obligations = new List<Obligation>();
        foreach (var audited in present.Values)
        {
            reader.Read(audited, asOf, obligations);
        }

        return TargetFinding.Of(targets, obligations);
    }
}
