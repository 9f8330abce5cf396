using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>Says in plain words what a run chart shows.</summary>
public static class RunChartWords
{
    /// <summary>What it shows, a sentence each; the most telling first.</summary>
    public static IEnumerable<string> Of(RunChart chart)
    {
        if (chart is not { Median: { } median, Mean: { } mean })
        {
            yield return "Nothing fell due in these months.";
            yield break;
        }

        if (!chart.IsEnough)
        {
            yield return $"{ReportWords.Count(chart.Points.Length, "month")} with anything due "
                + $"{(chart.Points.Length == 1 ? "is" : "are")} too few to tell a change from chance: no limits are drawn, "
                + $"and nothing is claimed, with fewer than {ReportWords.Number(RunChart.FewestPoints)}.";
        }
        else
        {
            foreach (var span in chart.Spans)
            {
                yield return Of(span) + ".";
            }

            foreach (var point in chart.Points.Where(IsBeyond))
            {
                yield return Beyond(point);
            }

            if (chart.Spans.IsEmpty && !chart.Points.Any(IsBeyond))
            {
                yield return "No sign of a real change: the months differ as chance would have them differ.";
            }
        }

        yield return $"The median month is at {ReportWords.Percent(median)}; all months together, {ReportWords.Percent(mean)} was in time.";
    }

    /// <summary>A shift or a trend, such as <c>Shift: 7 months above the median, Jan 2011 to Jul 2011</c>.</summary>
    public static string Of(RunSpan span) =>
        $"{Brief(span)}, {ReportWords.ShortMonth(span.From)} to {ReportWords.ShortMonth(span.To)}";

    /// <summary>The same without the months, such as <c>Shift: 7 months above the median</c>.</summary>
    public static string Brief(RunSpan span)
    {
        var months = ReportWords.Count(span.Points, "month");
        return span.Kind == RunSignals.Shift
            ? $"Shift: {months} {(span.IsUp ? "above" : "below")} the median"
            : $"Trend: {months} {(span.IsUp ? "rising" : "falling")}";
    }

    /// <summary>What a point shows, such as <c>Below the limit; shift</c>; empty if nothing.</summary>
    public static string Of(RunPoint point)
    {
        string?[] signals =
        [
            IsBeyond(point) ? (point.Share < point.Lower ? "Below the limits" : "Above the limits") : null,
            point.Signals.HasFlag(RunSignals.Shift) ? "Shift" : null,
            point.Signals.HasFlag(RunSignals.Trend) ? "Trend" : null,
        ];
        return string.Join("; ", signals.Where(signal => signal is not null));
    }

    /// <summary>The latest signal in a few words for a line of a table, or what else is to be said.</summary>
    public static string Latest(RunChart chart)
    {
        if (!chart.IsEnough)
        {
            return "Too few months";
        }

        var last = chart.Points[^1].Month;
        if (chart.Spans.OrderBy(span => span.To).ThenBy(span => span.Points).LastOrDefault() is { } span)
        {
            return span.To == last
                ? $"{Verb(span)} since {ReportWords.ShortMonth(span.From)}"
                : $"{Verb(span)} {ReportWords.ShortMonth(span.From)} to {ReportWords.ShortMonth(span.To)}";
        }

        return chart.Points.LastOrDefault(IsBeyond) is { } point
            ? $"{(point.Share < point.Lower ? "Low" : "High")} in {ReportWords.ShortMonth(point.Month)}"
            : "No real change";
    }

    private static string Verb(RunSpan span) =>
        (span.Kind, span.IsUp) switch
        {
            (RunSignals.Shift, true) => "Better",
            (RunSignals.Shift, false) => "Worse",
            (_, true) => "Rising",
            _ => "Falling",
        };

    private static bool IsBeyond(RunPoint point) => point.Signals.HasFlag(RunSignals.BeyondLimit);

    private static string Beyond(RunPoint point) =>
        $"{ReportWords.Month(point.Month)}, with {ReportWords.Percent(point.Share)}, lies "
        + $"{(point.Share < point.Lower ? "below" : "above")} the limits ({ReportWords.Percent(point.Lower!.Value)} to "
        + $"{ReportWords.Percent(point.Upper!.Value)}): something was different.";
}
