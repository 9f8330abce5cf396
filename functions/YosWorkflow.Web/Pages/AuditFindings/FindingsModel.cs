using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditFindings;

/// <summary>What a round found.</summary>
public sealed record FindingsModel
{
    /// <summary>The round.</summary>
    public required RoundId Id { get; init; }

    /// <summary>What it found.</summary>
    public required FindingsReport Report { get; init; }

    /// <summary>The sections, each with the table of its questions.</summary>
    public required ImmutableArray<(SectionFinding Section, Table Questions)> Sections { get; init; }

    /// <summary>All questions, in one table to be taken away.</summary>
    public required Table Questions { get; init; }

    /// <summary>By section.</summary>
    public required Table BySection { get; init; }

    /// <summary>By team.</summary>
    public required Table Teams { get; init; }

    /// <summary>How the cases stand to the targets.</summary>
    public required Table Targets { get; init; }

    /// <summary>What was missing when it was closed.</summary>
    public required Table Missing { get; init; }

    internal string Name => $"{Report.Title}, {AuditWording.Month(Id.Month)}";

    internal IEnumerable<Table> Tables =>
        [Questions, BySection, Teams, Targets, Missing, .. Sections.Select(one => one.Questions)];

    /// <summary>What the figures rest on, a sentence.</summary>
    internal string RestsOn =>
        (Report.State, Report.Findings.Returns) switch
        {
            (RoundState.Drawn, _) => "The cases have not been given to auditors yet, so nothing is known.",
            (RoundState.Open, 0) => "No return is in yet. What is found is shown here as returns come in.",
            (RoundState.Open, var returns) =>
                $"These figures rest on {Of(returns)} so far. They will change until the round is closed.",
            (_, 0) => "The round was closed without a single return, so nothing is known.",
            (_, var returns) when returns < Report.Size =>
                $"The round is closed. These figures rest on {Of(returns)}; what is missing is named below, and may have been different.",
            (_, var returns) =>
                $"The round is closed. These figures rest on all {Wording.Count(returns, "return")}.",
        };

    /// <summary>How far the sample’s shares are known, a sentence.</summary>
    internal string Reach
    {
        get
        {
            var halfWidth = SamplePrecision.HalfWidth(Report.FrameSize, Report.Findings.Returns);
            return Report.IsWeighted
                    ? "Some cases were given extra weight in the draw, so the shares are those of the sample, and not of all cases."
                : halfWidth == 0 ? "Every case of the frame was read, so the shares are those of all cases."
                : $"The sample was drawn from {Wording.Count(Report.FrameSize, "case")}: a share lies within {AuditWording.Points(halfWidth)} of that of all cases, with 95% confidence.";
        }
    }

    /// <summary>How well second readers agree with the first, in words.</summary>
    internal string AgreementInWords =>
        Report.Agreement switch
        {
            { Returns: 0 } =>
                "No return has been read twice yet, so nothing can be said of how well readers agree.",
            { Kappa: { } kappa } known =>
                $"Second readers agree with the first {AuditWording.OfKappa(kappa)}: {SameIn(known)}. Allowing for chance, that is a kappa of {kappa.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}, where 1 is full agreement and 0 what chance would give.",
            var known =>
                $"{SameIn(known)}. Allowing for chance says nothing here, since one of the readers gave the same answer throughout.",
        };

    internal static FindingsModel Of(RoundId id, FindingsReport report, Staff staff)
    {
        var byQuestion = report.Findings.Questions.ToDictionary(one => one.Of, StringComparer.Ordinal);
        return new FindingsModel
        {
            Id = id,
            Report = report,
            Sections =
            [
                .. report.Findings.Sections.Select(
                    (section, at) =>
                        (
                            section,
                            FindingTable.Of(
                                $"section-{Wording.Plain(at + 1)}",
                                section.Finding.Title,
                                "Question",
                                section.Questions.Select(question => byQuestion[question])
                            )
                        )
                ),
            ],
            Questions = FindingTable.Of("questions", "All questions", "Question", report.Findings.Questions),
            BySection = FindingTable.Of(
                "sections",
                "By section",
                "Section",
                report.Findings.Sections.Select(section => section.Finding)
            ),
            Teams = FindingTable.Of("teams", "By team", "Team", report.Findings.Teams),
            Targets = FindingTable.OfTargets(report.Targets),
            Missing = MissingTable.Of(report.Missing, staff),
        };
    }

    private static string SameIn(Agreement known) =>
        $"{Wording.Number(known.Same)} of {Wording.Count(known.Questions, "answer")} on {Wording.Count(known.Returns, "case")} read twice are the same";

    private string Of(int returns) => $"{Wording.Number(returns)} of {Wording.Count(Report.Size, "return")}";
}
