using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// The rounds of a period that asked the same questions, taken together: those of one programme and one version of its template; with
/// them those of the period before.
/// </summary>
/// <param name="Programme">The programme, as the latest of them had it.</param>
/// <param name="Now">The rounds of the period.</param>
/// <param name="Before">The rounds of the period before it.</param>
internal sealed record AuditedRounds(
    AuditProgramme Programme,
    ImmutableArray<RoundStanding> Now,
    ImmutableArray<RoundStanding> Before
)
{
    // Findings compare a month with the one before it: each period is put into a month of its own.
    private static readonly DateOnly NowMonth = new(2000, 2, 1);
    private static readonly DateOnly BeforeMonth = new(2000, 1, 1);

    /// <summary>The cases of the period.</summary>
    public IEnumerable<CaseStanding> Cases => Now.SelectMany(round => round.Cases);

    /// <summary>What was found, with the period before as the month before.</summary>
    public RoundFindings Findings() =>
        FindingsOf.Month(
            Programme.Template,
            NowMonth,
            [.. Returns(Now, NowMonth), .. Returns(Before, BeforeMonth)]
        );

    /// <summary>How well second readers agree with the first.</summary>
    public Agreement Agreement() =>
        Core.Audits.Agreement.Of([
            .. Cases
                .Where(item => item.IsIn && item.SecondIsIn)
                .Select(item =>
                    (
                        (IReadOnlyCollection<AnsweredQuestion>)item.Return!.ToAnswers(),
                        (IReadOnlyCollection<AnsweredQuestion>)item.SecondReturn!.ToAnswers()
                    )
                ),
        ]);

    /// <summary>Takes rounds together, the programme with most returns first.</summary>
    public static ImmutableArray<AuditedRounds> Of(
        IEnumerable<RoundStanding> now,
        IReadOnlyCollection<RoundStanding> before
    ) =>
        [
            .. now.GroupBy(KeyOf)
                .Select(group => new AuditedRounds(
                    group.MaxBy(round => round.Round.Id.Month)!.Round.Programme,
                    [.. group],
                    [.. before.Where(round => KeyOf(round) == group.Key)]
                ))
                .OrderByDescending(rounds => rounds.Cases.Count(item => item.IsIn))
                .ThenBy(rounds => rounds.Programme.ProgrammeId, StringComparer.Ordinal)
                .ThenByDescending(rounds => rounds.Programme.Template.Version),
        ];

    private static (string Programme, string Template, int Version) KeyOf(RoundStanding standing)
    {
        var programme = standing.Round.Programme;
        return (programme.ProgrammeId, programme.Template.TemplateId, programme.Template.Version);
    }

    private static IEnumerable<SubmittedReturn> Returns(IEnumerable<RoundStanding> rounds, DateOnly month) =>
        rounds.SelectMany(round =>
            round
                .Cases.Where(item => item.IsIn)
                .Select(item => new SubmittedReturn(month, item.Case.Team, item.Return!.ToAnswers()))
        );
}
