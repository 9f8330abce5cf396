using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Core.Audits;

/// <summary>A submitted return, as findings read it.</summary>
/// <param name="Month">The first day of its round's month.</param>
/// <param name="Team">The audited case's team.</param>
/// <param name="Answers">The answers.</param>
public sealed record SubmittedReturn(DateOnly Month, string Team, ImmutableArray<AnsweredQuestion> Answers);

/// <summary>How often something was met, of the answers where it applied.</summary>
/// <param name="Of">What: a question's, theme's or team's identifier, or the programme's.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Met">How often it was met in full.</param>
/// <param name="Partly">How often in part.</param>
/// <param name="NotMet">How often not.</param>
/// <param name="NotApplicable">How often it did not apply.</param>
/// <param name="Share">The share met in full of those where it applied, with its 95 % interval; null if it never applied.</param>
/// <param name="MonthBefore">The share in the month before, or null if there is none.</param>
/// <param name="LastTwelveMonths">The share over the twelve months before this one, or null if there is none.</param>
public sealed record Finding(
    string Of,
    string Title,
    int Met,
    int Partly,
    int NotMet,
    int NotApplicable,
    WilsonInterval? Share,
    double? MonthBefore,
    double? LastTwelveMonths
);

/// <summary>How often a section's questions were met.</summary>
/// <param name="Finding">The section.</param>
/// <param name="Questions">The identifiers of its questions, in order.</param>
public sealed record SectionFinding(Finding Finding, ImmutableArray<string> Questions);

/// <summary>What a round found.</summary>
/// <param name="Month">The first day of the round's month.</param>
/// <param name="Returns">How many returns it rests on.</param>
/// <param name="Programme">The programme as a whole.</param>
/// <param name="Themes">By theme, in the template's order.</param>
/// <param name="Sections">By section, in the template's order.</param>
/// <param name="Questions">By question, in the template's order.</param>
/// <param name="Teams">By team, in ordinal order.</param>
/// <param name="Strengths">Of the questions met at least as often as all together, those that are surely met most often, best first.</param>
/// <param name="Improvements">Of the questions met less often than all together, those that are surely met least often, worst first.</param>
public sealed record RoundFindings(
    DateOnly Month,
    int Returns,
    Finding Programme,
    ImmutableArray<Finding> Themes,
    ImmutableArray<SectionFinding> Sections,
    ImmutableArray<Finding> Questions,
    ImmutableArray<Finding> Teams,
    ImmutableArray<Finding> Strengths,
    ImmutableArray<Finding> Improvements
);

/// <summary>Works out what a round found, beside the month before and the twelve before it.</summary>
public static class FindingsOf
{
    private const int Ranked = 5;

    /// <summary>The findings of a month.</summary>
    /// <param name="template">The template of the round.</param>
    /// <param name="month">The first day of its month.</param>
    /// <param name="returns">The submitted returns of this month and of those before it; later ones are left out.</param>
    public static RoundFindings Month(
        AuditTemplate template,
        DateOnly month,
        IReadOnlyCollection<SubmittedReturn> returns
    )
    {
        var history = new ReturnHistory(month, returns);
        var theme = template.Questions.ToDictionary(
            question => question.QuestionId,
            question => question.Theme,
            StringComparer.Ordinal
        );
        ImmutableArray<Finding> questions =
        [
            .. template.Questions.Select(question =>
                history.Find(question.QuestionId, question.Text, (_, id) => Same(id, question.QuestionId))
            ),
        ];
        var programme = history.Find(template.TemplateId, template.Title, (_, id) => theme.ContainsKey(id));
        var judged = questions.Where(finding => finding.Share is not null).ToLookup(IsStrength);
        return new RoundFindings(
            month,
            history.Now.Length,
            programme,
            [
                .. template
                    .Questions.Select(question => question.Theme)
                    .Distinct(StringComparer.Ordinal)
                    .Select(name =>
                        history.Find(
                            name,
                            name.Replace('_', ' '),
                            (_, id) => Same(theme.GetValueOrDefault(id), name)
                        )
                    ),
            ],
            [.. template.Sections.Select(section => OfSection(section, history))],
            questions,
            [
                .. history
                    .Now.Select(item => item.Team)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(team =>
                        history.Find(team, team, (item, id) => Same(item.Team, team) && theme.ContainsKey(id))
                    ),
            ],
            [.. judged[true].OrderByDescending(finding => finding.Share!.Value.Low).Take(Ranked)],
            [.. judged[false].OrderBy(finding => finding.Share!.Value.High).Take(Ranked)]
        );

        bool IsStrength(Finding finding) => finding.Share!.Value.Share >= programme.Share!.Value.Share;
    }

    private static SectionFinding OfSection(AuditSection section, ReturnHistory history)
    {
        ImmutableArray<string> own = [.. section.Questions.Select(question => question.QuestionId)];
        return new SectionFinding(
            history.Find(
                section.SectionId,
                section.Title,
                (_, id) => own.Contains(id, StringComparer.Ordinal)
            ),
            own
        );
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private sealed class ReturnHistory(DateOnly month, IReadOnlyCollection<SubmittedReturn> returns)
    {
        public SubmittedReturn[] Now { get; } = [.. returns.Where(item => item.Month == month)];

        private readonly SubmittedReturn[] before =
        [
            .. returns.Where(item => item.Month == month.AddMonths(-1)),
        ];

        private readonly SubmittedReturn[] twelve =
        [
            .. returns.Where(item => item.Month < month && item.Month >= month.AddMonths(-12)),
        ];

        public Finding Find(string of, string title, Func<SubmittedReturn, string, bool> belongs)
        {
            var counts = Count(Now, belongs);
            return new Finding(
                of,
                title,
                counts.Met,
                counts.Partly,
                counts.NotMet,
                counts.NotApplicable,
                WilsonInterval.Of(counts.Met, counts.Applied),
                Count(before, belongs).Share,
                Count(twelve, belongs).Share
            );
        }

        private static Counts Count(SubmittedReturn[] of, Func<SubmittedReturn, string, bool> belongs)
        {
            var counts = of.SelectMany(item => item.Answers.Where(answer => belongs(item, answer.QuestionId)))
                .CountBy(answer => answer.Answer)
                .ToDictionary();
            return new Counts(
                counts.GetValueOrDefault(AuditAnswer.Met),
                counts.GetValueOrDefault(AuditAnswer.Partly),
                counts.GetValueOrDefault(AuditAnswer.NotMet),
                counts.GetValueOrDefault(AuditAnswer.NotApplicable)
            );
        }
    }

    private readonly record struct Counts(int Met, int Partly, int NotMet, int NotApplicable)
    {
        public int Applied => Met + Partly + NotMet;

        public double? Share => Applied == 0 ? null : (double)Met / Applied;
    }
}
