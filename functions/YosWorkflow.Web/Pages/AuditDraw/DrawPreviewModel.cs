using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>A draw before it is kept.</summary>
public sealed record DrawPreviewModel
{
    /// <summary>What is asked for.</summary>
    public required SampleRequest Request { get; init; }

    /// <summary>The round as it would be, or as it was drawn before.</summary>
    public required AuditRound Round { get; init; }

    /// <summary>Whether it was drawn before, and so is not drawn again.</summary>
    public required bool IsDrawn { get; init; }

    /// <summary>Whether the frame has changed since it was previewed first.</summary>
    public required bool HasChanged { get; init; }

    /// <summary>What there is to know before confirming, a sentence each.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>What sizes tell, and what work they mean; empty for a census.</summary>
    public required Table Sizes { get; init; }

    /// <summary>The strata.</summary>
    public required Table Strata { get; init; }

    /// <summary>Who would audit how many.</summary>
    public required Table Auditors { get; init; }

    /// <summary>The cases that nobody could audit.</summary>
    public required Table Unallocated { get; init; }

    /// <summary>The cases, and who would audit them.</summary>
    public required Table Cases { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [Sizes, Strata, Auditors, Unallocated, Cases];

    internal static DrawPreviewModel Of(
        SampleRequest request,
        SampledRound sampled,
        Staff staff,
        DateOnly today,
        bool hasChanged
    )
    {
        var tables = new DrawTables(request, sampled, staff);
        return new DrawPreviewModel
        {
            Request = request,
            Round = sampled.Round,
            IsDrawn = !sampled.IsNew,
            HasChanged = hasChanged && sampled.IsNew,
            Warnings = [.. WarningsOf(sampled, staff, today)],
            Sizes = tables.Sizes(),
            Strata = tables.Strata(),
            Auditors = tables.Auditors(),
            Unallocated = tables.Unallocated(),
            Cases = tables.Cases(),
        };
    }

    private static IEnumerable<string> WarningsOf(SampledRound sampled, Staff staff, DateOnly today)
    {
        foreach (var note in sampled.Notes)
        {
            yield return note;
        }

        if (!staff.Members.Any(member => member is { CanAudit: true, Active: true }))
        {
            yield return "Nobody who is at work can audit. Have the staff list say who can (can_audit).";
        }
        else if (!sampled.Report.Unallocated.IsEmpty)
        {
            yield return $"{Wording.Count(sampled.Report.Unallocated.Length, "case")} can’t be given to anybody. The reasons are below.";
        }

        if (sampled.Round.Dates.ReturnsDueOn < today)
        {
            yield return $"Returns would be due on {Dates.Long(sampled.Round.Dates.ReturnsDueOn)}, which is past: the auditors would be late from the start.";
        }
    }
}
