using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>Who audits a case, who else could and why others could not, and the form by which it is given to another.</summary>
public sealed record AuditorModel
{
    /// <summary>The case and everybody who audits.</summary>
    public required AuditorsOfCase Found { get; init; }

    /// <summary>What was filled in.</summary>
    public required AuditorForm Form { get; init; }

    /// <summary>Who audits it, and who else could, whoever has least to do first.</summary>
    public required Table Candidates { get; init; }

    /// <summary>The others who audit, and why they could not.</summary>
    public required Table Others { get; init; }

    /// <summary>How it went to others before, the latest first.</summary>
    public required Table Before { get; init; }

    /// <summary>Why it can't be given to another now; null if it can.</summary>
    public required string? WhyFixed { get; init; }

    /// <summary>Whether it has just been given to another.</summary>
    public bool JustKept { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [Candidates, Others, Before];

    internal SampledCase Case => Found.Case.Case;

    internal string NameOf(string? staffId) =>
        staffId is null ? "Nobody" : Found.Staff.Find(staffId)?.Name ?? staffId;

    /// <summary>Whom it can be given to.</summary>
    internal IEnumerable<AuditorCandidate> CanGet =>
        Found.Candidates.Where(one => one.WhyNot is null && one.Person.StaffId != Case.Audit.ReaderId);

    internal static AuditorModel Of(AuditorsOfCase found, AuditorForm form, string? whyFixed) =>
        new()
        {
            Found = found,
            Form = form,
            WhyFixed =
                found.Round.State == RoundState.Closed
                    ? "The round is closed, so nothing of it is changed any more."
                : found.Round.State == RoundState.Drawn
                    ? "Who audits what is still being settled. Look again in a minute."
                : found.Case.IsIn
                    ? "The return is in, so its auditor stays. If it has to be done again, give it back first."
                : whyFixed,
            Candidates = CandidatesOf(found),
            Others = OthersOf(found),
            Before = BeforeOf(found),
        };

    private static Table CandidatesOf(AuditorsOfCase found) =>
        new(
            "candidates",
            $"Who could audit {found.Case.Case.CaseRef}",
            [new("Auditor"), new("Team"), Column.OfNumbers("Cases in this round"), new("This case")],
            [
                .. found
                    .Candidates.Where(one => one.WhyNot is null)
                    .Select(one =>
                        RowOf(
                            one,
                            Has(found, one)
                                ? new Cell("Audits it") { Tag = "blue" }
                                : new Cell("Could audit it") { Tag = "green" }
                        )
                    ),
            ]
        );

    private static Table OthersOf(AuditorsOfCase found) =>
        new(
            "others",
            $"Who could not audit {found.Case.Case.CaseRef}, and why",
            [new("Auditor"), new("Team"), Column.OfNumbers("Cases in this round"), new("Why not")],
            [
                .. found
                    .Candidates.Where(one => one.WhyNot is not null)
                    .OrderByDescending(one => Has(found, one))
                    .Select(one =>
                        RowOf(
                            one,
                            new Cell(Sentence(AuditorWords.Of(one.WhyNot!.Value)))
                            {
                                Note = Has(found, one)
                                    ? "Audits it all the same: the next morning finds another"
                                    : null,
                            }
                        )
                    ),
            ]
        );

    private static ImmutableArray<Cell> RowOf(AuditorCandidate one, Cell last) =>
        [one.Person.Name, one.Person.Team ?? "–", Cell.OrDash(one.Held), last];

    private static bool Has(AuditorsOfCase found, AuditorCandidate one) =>
        one.Person.StaffId == found.Case.Case.Audit.ReaderId;

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static Table BeforeOf(AuditorsOfCase found) =>
        new(
            "history",
            "How it was given to others",
            [new("Day"), new("From"), new("To"), new("By"), new("Why")],
            [
                .. found
                    .Case.Case.Audit.HandOvers.Reverse()
                    .Select(one =>
                        (ImmutableArray<Cell>)
                            [
                                Dates.Short(one.On),
                                Name(found, one.FromId),
                                Name(found, one.ToId),
                                Name(found, one.ById),
                                one.Reason,
                            ]
                    ),
            ]
        );

    private static string Name(AuditorsOfCase found, string? staffId) =>
        staffId is null ? "Nobody" : found.Staff.Find(staffId)?.Name ?? staffId;
}
