using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// What the audits of a period found, and what is being done about it. Answers are given as shares and not as counts, and not at all where
/// they rest on fewer than five audits.
/// </summary>
internal sealed class LearningReport(ImmutableArray<AuditedRounds> programmes, Period period, DateOnly asOf)
{
    private const string TooFew = "fewer than 5";

    public Report Make(string serviceName, DateOnly madeOn) =>
        new(
            ReportKind.Learning,
            "What we learned from our audits",
            serviceName,
            period,
            madeOn,
            Introduction(),
            [.. programmes.SelectMany(SectionsOf), .. programmes.IsEmpty ? [] : new[] { Actions(), Notes() }]
        );

    private ImmutableArray<string> Introduction()
    {
        if (programmes.IsEmpty)
        {
            return ["No audit was held in this time."];
        }

        var audits = programmes.Sum(rounds => rounds.Cases.Count(item => item.IsIn));
        return
        [
            "Each month a fair sample of cases is drawn by lot, and colleagues from other teams read them. This report says what they found, "
                + "what went well, what is to be worked on, and what is being done about it.",
            $"{ReportWords.Count(audits, "audit")} of {ReportWords.Count(programmes.Sum(rounds => rounds.Cases.Count()), "case")} "
                + $"drawn are in, from {ReportWords.Count(programmes.Sum(rounds => rounds.Now.Length), "round")}.",
        ];
    }

    private static IEnumerable<ReportSection> SectionsOf(AuditedRounds rounds)
    {
        var findings = rounds.Findings();
        var title = rounds.Programme.Title;
        if (findings.Returns < SmallNumbers.Least)
        {
            yield return new ReportSection(
                title,
                [new ReportText($"With {TooFew} audits in, nothing is said of what they found.")]
            );
            yield break;
        }

        yield return new ReportSection(title, [.. Summary(rounds, findings)]);
        foreach (var section in rounds.Programme.Template.Sections)
        {
            yield return new ReportSection(
                $"{title}: {section.Title}",
                [Questions(rounds.Programme, section, findings)]
            );
        }

        yield return new ReportSection($"{title}: by team", [Teams(rounds, findings)]);
    }

    private static IEnumerable<ReportPart> Summary(AuditedRounds rounds, RoundFindings findings)
    {
        var share = findings.Programme.Share;
        var earlier = findings.Programme.MonthBefore is { } before
            ? $" In the time before it was {ReportWords.Percent(before)}."
            : "";
        yield return new ReportText(
            $"{ReportWords.Count(findings.Returns, "audit")} are in. Of all that was asked and applied, {ReportWords.Percent(share)} was met in full "
                + $"(95% interval {ReportWords.Interval(share)}).{earlier}"
        );
        if (!findings.Strengths.IsEmpty)
        {
            yield return new ReportText("What went well:");
            yield return new ReportList([.. findings.Strengths.Select(Words)]);
        }

        if (!findings.Improvements.IsEmpty)
        {
            yield return new ReportText("What to work on:");
            yield return new ReportList([.. findings.Improvements.Select(Words)]);
        }

        yield return new ReportText(WordsOf(rounds.Agreement()));
    }

    private static string Words(Finding finding) =>
        $"{finding.Title} Met in full in {ReportWords.Percent(finding.Share)} of the cases where it applied.";

    private static string WordsOf(Agreement agreement) =>
        agreement.Returns switch
        {
            0 => "None of these audits has been read a second time yet.",
            < SmallNumbers.Least =>
                $"A second reader has read {TooFew} of them: too few to say how well readers agree.",
            _ =>
                $"A second reader, who did not see what the first had said, has read {ReportWords.Number(agreement.Returns)} of them, and gave the same answer to "
                    + $"{ReportWords.Percent((double)agreement.Same / Math.Max(1, agreement.Questions))} of the questions"
                    + (
                        agreement.Kappa is { } kappa
                            ? FormattableString.Invariant(
                                $" (Cohen’s kappa {kappa:0.00}, where 1 is full agreement and 0 what chance would give)."
                            )
                            : "."
                    ),
        };

    private static ReportTable Questions(
        AuditProgramme programme,
        AuditSection section,
        RoundFindings findings
    )
    {
        var byId = findings.Questions.ToDictionary(finding => finding.Of, StringComparer.Ordinal);
        return new ReportTable(
            $"{programme.ProgrammeId}-v{ReportWords.Number(programme.Template.Version)}-{section.SectionId}",
            $"{section.Title}: answers where the question applied",
            [
                new("question", "Question", IsNumeric: false),
                new("applied", "Applied in"),
                new("met", "Met"),
                new("partly", "Partly"),
                new("not_met", "Not met"),
                new("interval", "Met: 95% interval"),
                new("met_before", "Met before"),
                new("not_applicable", "Did not apply"),
            ],
            [
                .. section.Questions.Select(question =>
                    Row(question.Text, byId[question.QuestionId], findings.Returns)
                ),
            ]
        );
    }

    private static ImmutableArray<ReportCell> Row(string title, Finding finding, int returns)
    {
        var applied = finding.Met + finding.Partly + finding.NotMet;
        ReportCell none = ReportCell.NotShown("not shown");
        ReportCell[] shares =
            applied >= SmallNumbers.Least
                ?
                [
                    ReportCell.OfShare((double)finding.Met / applied),
                    ReportCell.OfShare((double)finding.Partly / applied),
                    ReportCell.OfShare((double)finding.NotMet / applied),
                    ReportWords.Interval(finding.Share),
                    ReportCell.OfShare(finding.MonthBefore),
                    ReportCell.OfShare((double)finding.NotApplicable / returns),
                ]
                : [none, none, none, none, none, none];
        return
        [
            title,
            applied >= SmallNumbers.Least ? ReportCell.Of(applied) : ReportCell.NotShown(TooFew),
            .. shares,
        ];
    }

    private static ReportTable Teams(AuditedRounds rounds, RoundFindings findings)
    {
        var numbers = new SmallNumbers();
        var returns = findings.Teams.ToDictionary(
            team => team.Of,
            team => numbers.Add(rounds.Cases.Count(item => item.IsIn && item.Case.Team == team.Of)),
            StringComparer.Ordinal
        );
        numbers.AddUp(numbers.Add(findings.Returns), returns.Values);
        numbers.Protect();
        return new ReportTable(
            $"{rounds.Programme.ProgrammeId}-v{ReportWords.Number(rounds.Programme.Template.Version)}-teams",
            "Of all that was asked and applied, by team",
            [
                new("team", "Team", IsNumeric: false),
                new("audits", "Audits"),
                new("met", "Met in full"),
                new("interval", "95% interval"),
                new("met_before", "Met before"),
            ],
            [
                .. findings.Teams.Select(team =>
                    (ImmutableArray<ReportCell>)
                        [
                            team.Title,
                            numbers.Cell(returns[team.Of]),
                            .. numbers.Value(returns[team.Of]) is null
                                ? Enumerable.Repeat(ReportCell.NotShown("not shown"), 3)
                                :
                                [
                                    ReportCell.OfShare(team.Share?.Share),
                                    ReportWords.Interval(team.Share),
                                    ReportCell.OfShare(team.MonthBefore),
                                ],
                        ]
                ),
            ]
        );
    }

    private ReportSection Actions() =>
        new(
            "What is being done",
            [
                new ReportText(
                    "Where an audit shows that something is to be done, somebody is asked to do it by a day, and reminded until it is done."
                ),
                new ReportTable(
                    "actions",
                    $"Actions that were asked for in this time, as of {ReportWords.Day(asOf)}",
                    [
                        new("programme", "Audit", IsNumeric: false),
                        new("raised", "Asked for"),
                        new("done", "Done"),
                        new("open", "Not due yet"),
                        new("overdue", "Overdue"),
                    ],
                    [.. programmes.Select(ActionsOf)]
                ),
            ]
        );

    private ImmutableArray<ReportCell> ActionsOf(AuditedRounds rounds)
    {
        AuditAction[] raised =
        [
            .. rounds
                .Cases.SelectMany(item => item.Actions)
                .Where(action => action.AddedOn >= period.From && action.AddedOn <= asOf),
        ];
        var done = raised.Count(action => action.DoneOn <= asOf);
        var overdue = raised.Count(action => !(action.DoneOn <= asOf) && action.DueOn < asOf);
        var numbers = new SmallNumbers();
        int[] parts = [numbers.Add(done), numbers.Add(raised.Length - done - overdue), numbers.Add(overdue)];
        var total = numbers.Add(raised.Length);
        numbers.AddUp(total, parts);
        numbers.Protect();
        return [rounds.Programme.Title, numbers.Cell(total), .. parts.Select(numbers.Cell)];
    }

    private static ReportSection Notes() =>
        new(
            "About these figures",
            [
                new ReportText(
                    "Rounds that asked the same questions are taken together, and compared with those held in as long a time before. The interval says "
                        + "what the share could be in all cases, when only some were read: the fewer audits, the wider it is (Wilson, 1927). "
                        + "Strengths are the questions met most surely, and what to work on those missed most surely, rather than what chance has put first or last."
                ),
                new ReportText(
                    "Answers are about the service’s work on a sample of cases that nobody outside can tell, so that they are given as shares. What rests on fewer "
                        + "than five audits is not shown."
                ),
            ]
        );
}
