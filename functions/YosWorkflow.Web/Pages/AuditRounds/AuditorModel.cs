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

    /// <summary>Everybody who audits, and whether they may audit this case.</summary>
    public required Table Candidates { get; init; }

    /// <summary>How it went to others before, the latest first.</summary>
    public required Table Before { get; init; }

    /// <summary>Why it can't be given to another now; null if it can.</summary>
    public required string? WhyFixed { get; init; }

    /// <summary>Whether it has just been given to another.</summary>
    public bool JustKept { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [Candidates, Before];

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
            Before = BeforeOf(found),
        };

    private static Table CandidatesOf(AuditorsOfCase found) =>
        new(
            "candidates",
            $"Who could audit {found.Case.Case.CaseRef}",
            [new("Auditor"), new("Team"), Column.OfNumbers("Cases in this round"), new("This case")],
            [
                .. found.Candidates.Select(one =>
                    (ImmutableArray<Cell>)
                        [
                            one.Person.Name,
                            one.Person.Team ?? "–",
                            Cell.OrDash(one.Held),
                            one.Person.StaffId == found.Case.Case.Audit.ReaderId
                                ? new Cell("Audits it") { Tag = "blue", Note = WhyNotOf(one) }
                            : one.WhyNot is null ? new Cell("Could audit it") { Tag = "green" }
                            : new Cell($"Could not: {AuditorWords.Of(one.WhyNot.Value)}"),
                        ]
                ),
            ]
        );

    private static string? WhyNotOf(AuditorCandidate one) =>
        one.WhyNot is { } why ? $"but {AuditorWords.Of(why)}: the next morning finds another" : null;

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
