using System.Globalization;

namespace YosWorkflow.Core;

/// <summary>Dates as people in England and Wales write them, whatever the machine's language.</summary>
public static class PlainDate
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Such as <c>4 Oct 2011</c>.</summary>
    public static string Format(DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary>Such as <c>Tue 4 Oct 2011</c>.</summary>
    public static string WithWeekday(DateOnly date) => date.ToString("ddd d MMM yyyy", English);
}
