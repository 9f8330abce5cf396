using System.Globalization;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Dates as people in the service write them, whatever the machine's language is.</summary>
internal static class Dates
{
    /// <summary>Such as <c>Tuesday 4 October 2011</c>.</summary>
    public static string Long(DateOnly date) => Format(date, "dddd d MMMM yyyy");

    /// <summary>Such as <c>Tue 4 Oct 2011</c>.</summary>
    public static string Short(DateOnly date) => Format(date, "ddd d MMM yyyy");

    /// <summary>Such as <c>4 October 2011</c>.</summary>
    public static string Plain(DateOnly date) => Format(date, "d MMMM yyyy");

    /// <summary>As it is typed into three fields, such as <c>4 10 2011</c>.</summary>
    public static string Typed(DateOnly date) => Format(date, "d M yyyy");

    private static string Format(DateOnly date, string pattern) =>
        date.ToString(pattern, CultureInfo.InvariantCulture);
}
