using System.Globalization;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>How figures are written for people, on pages and in reports alike.</summary>
public static class ReportWords
{
    /// <summary>Why some numbers are not shown, for the foot of a report.</summary>
    public const string OfSmallNumbers =
        "Numbers under five are given as “fewer than 5”, so that they do not point to a child. Others are not shown where such a number could be "
        + "worked back from them.";

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>A share as a whole percentage, such as <c>74%</c>; what is neither none nor all is never shown as such.</summary>
    public static string Percent(double share)
    {
        var whole = Math.Round(share * 100, MidpointRounding.AwayFromZero);
        return (whole, share) switch
        {
            (0, > 0) => "under 1%",
            (100, < 1) => "over 99%",
            _ => whole.ToString("0", English) + "%",
        };
    }

    /// <summary>A percentage that is a whole number already.</summary>
    public static string Whole(double percent) => percent.ToString("0", English) + "%";

    /// <summary>A share, or a dash if there is none.</summary>
    public static string Percent(WilsonInterval? share) => share is { } known ? Percent(known.Share) : "–";

    /// <summary>The 95 % interval of a share, such as <c>70% to 78%</c>, or a dash if there is none.</summary>
    public static string Interval(WilsonInterval? share) =>
        share is { } known ? $"{Percent(known.Low)} to {Percent(known.High)}" : "–";

    /// <summary>A whole number with commas.</summary>
    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>A number and its noun, such as <c>1 case</c> or <c>1,064 cases</c>.</summary>
    public static string Count(long number, string one, string? several = null) =>
        $"{Number(number)} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>A change, such as <c>+3</c>, <c>−2</c> (with a real minus sign) or <c>no change</c>.</summary>
    public static string Change(int difference) =>
        difference switch
        {
            > 0 => "+" + Number(difference),
            < 0 => "−" + Number(-difference),
            _ => "no change",
        };

    /// <summary>Such as <c>October 2011</c>.</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", English);

    /// <summary>Such as <c>Oct 2011</c>.</summary>
    public static string ShortMonth(DateOnly month) => month.ToString("MMM yyyy", English);

    /// <summary>Such as <c>4 October 2011</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>Such as <c>1 November 2010 to 4 October 2011</c>.</summary>
    public static string Days(Period period) => $"{Day(period.From)} to {Day(period.To)}";

    /// <summary>Of which service and which days a report is, and when it was made.</summary>
    public static string About(Report report) =>
        $"{report.ServiceName}. {Days(report.Period)}. Made on {Day(report.MadeOn)}.";

    /// <summary>Names in a row, such as <c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> names) =>
        names.Count < 2
            ? string.Concat(names)
            : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
