using System.Globalization;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>How the audits' pages say in plain English what the code says in codes.</summary>
internal static class AuditWording
{
    /// <summary>Such as <c>November 2011</c>.</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Golden thread audit, November 2011</c>.</summary>
    public static string NameOf(AuditRound round) => $"{round.Programme.Title}, {Month(round.Id.Month)}";

    /// <summary>A share as a percentage without a fraction, such as <c>75%</c>.</summary>
    public static string Percent(double share) =>
        Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
        + "%";

    /// <summary>A share with its interval, such as <c>75% (51% to 90%)</c>; a dash for none.</summary>
    public static string Percent(WilsonInterval? share) =>
        share is { } known ? $"{Percent(known.Share)} ({Percent(known.Low)} to {Percent(known.High)})" : "–";

    /// <summary>Percentage points, rounded up, so that no sample seems to tell more than it does.</summary>
    public static string Points(double halfWidth) =>
        Wording.Count((int)Math.Ceiling((halfWidth * 100) - 1e-9), "percentage point");

    /// <summary>Where a round is.</summary>
    public static Cell Of(RoundState state) =>
        state switch
        {
            RoundState.Drawn => Tag("Being shared out", "yellow"),
            RoundState.Open => Tag("Open", "blue"),
            _ => Tag("Closed", "grey"),
        };

    /// <summary>Where a return is; null: not begun.</summary>
    public static Cell Of(ReturnState? state) =>
        state switch
        {
            null => Tag("Not started", "grey"),
            ReturnState.Submitted => Tag("In", "green"),
            ReturnState.Reopened => Tag("Given back", "yellow"),
            _ => Tag("Started", "blue"),
        };

    /// <summary>How something with a date stands that is to be done.</summary>
    public static Cell Due(DateOnly dueOn, DateOnly day, int workingDaysLate) =>
        dueOn < day
            ? Tag(
                workingDaysLate > 0 ? Wording.Count(workingDaysLate, "working day") + " late" : "Overdue",
                "red"
            )
        : dueOn == day ? Tag("Due today", "orange")
        : Tag("To come", "blue");

    /// <summary>What is missing.</summary>
    public static string Of(MissingKind kind) =>
        kind switch
        {
            MissingKind.Auditor => "An auditor",
            MissingKind.Return => "The return",
            _ => "The second check",
        };

    /// <summary>From which cases a programme draws.</summary>
    public static string Of(FrameKind frame) =>
        frame switch
        {
            FrameKind.OpenCases => "Open cases whose plan was due, not audited lately",
            FrameKind.SupervisedInMonth => "Every case supervised in the month",
            _ => "Every referral to Specialist Children’s Services in the month",
        };

    /// <summary>How many cases a programme draws.</summary>
    public static string SizeOf(AuditProgramme programme) =>
        programme.Size is { } size ? Of(size) : "Every case";

    /// <summary>How many cases are drawn.</summary>
    public static string Of(SampleSize size) =>
        size.Number is { } number
            ? Wording.Count(number, "case")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{size.Percent}%{(size.Min > 0 ? $", at least {size.Min}" : "")}"
            );

    /// <summary>
    /// What a kappa says, after Landis and Koch (1977), as the end of “second readers agree with the first …”.
    /// </summary>
    public static string OfKappa(double kappa) =>
        kappa switch
        {
            <= 0 => "no more often than chance would",
            <= 0.2 => "slightly more often than chance would",
            <= 0.4 => "fairly",
            <= 0.6 => "moderately",
            <= 0.8 => "substantially",
            _ => "almost completely",
        };

    private static Cell Tag(string text, string colour) => new(text) { Tag = colour };
}
