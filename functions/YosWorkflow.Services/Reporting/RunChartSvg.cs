using System.Globalization;
using System.Text;
using System.Xml.Linq;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>
/// Draws a run chart as SVG: attributes and classes only, so that it needs no style of its own and no script. What a point shows is told by
/// its shape and in words; the whole scale from 0 to 100 % is drawn, so that a small change does not look like a big one.
/// </summary>
public static class RunChartSvg
{
    private const double Width = 760;
    private const double Height = 340;
    private const double Left = 52;
    private const double Right = 676;
    private const double Top = 16;
    private const double Bottom = 288;
    private const int MostLabels = 13;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="months">The months of its period, which are its scale.</param>
    /// <param name="id">What the identifiers of its title and description begin with; unlike any other on the page.</param>
    /// <param name="title">What it shows.</param>
    public static string Draw(RunChart chart, IReadOnlyList<DateOnly> months, string id, string title)
    {
        var drawing = new Drawing(chart, months);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", Text($"0 0 {Width} {Height}")),
            new XAttribute("class", "yos-chart"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), title),
            new XElement(
                Svg + "desc",
                new XAttribute("id", $"{id}-desc"),
                string.Join(' ', RunChartWords.Of(chart))
            ),
            drawing.Scale(),
            drawing.Limits(),
            drawing.Median(),
            drawing.Line(),
            drawing.Spans(),
            drawing.Markers()
        );
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Place(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed class Drawing(RunChart chart, IReadOnlyList<DateOnly> months)
    {
        private readonly double slot = (Right - Left) / months.Count;

        public IEnumerable<XElement> Scale()
        {
            for (var percent = 0; percent <= 100; percent += 20)
            {
                yield return LineOf("yos-chart__grid", Left, Right, Y(percent / 100.0));
                yield return Label("yos-chart__text", Left - 8, Y(percent / 100.0) + 5, "end", $"{percent}%");
            }

            var every = (months.Count + MostLabels - 1) / MostLabels;
            for (var at = 0; at < months.Count; at += every)
            {
                var month = months[at];
                yield return Label("yos-chart__text", X(at), Bottom + 20, "middle", Name(month, "MMM"));
                if (at == 0 || month.Year != months[at - every].Year)
                {
                    yield return Label("yos-chart__text", X(at), Bottom + 38, "middle", Name(month, "yyyy"));
                }
            }
        }

        public XElement? Limits()
        {
            if (!chart.IsEnough)
            {
                return null;
            }

            return new XElement(
                Svg + "g",
                Steps(point => point.Upper!.Value),
                Steps(point => point.Lower!.Value),
                Label(
                    "yos-chart__text yos-chart__text--quiet",
                    Left + 6,
                    Math.Min(Y(chart.Points[0].Lower!.Value) + 17, Bottom - 6),
                    "start",
                    "control limits"
                )
            );
        }

        public IEnumerable<XElement> Median()
        {
            if (chart.Median is { } median)
            {
                yield return LineOf("yos-chart__median", Left, Right, Y(median));
                yield return Label(
                    "yos-chart__text yos-chart__text--strong",
                    Right + 6,
                    Y(median) - 3,
                    "start",
                    "median"
                );
                yield return Label(
                    "yos-chart__text yos-chart__text--strong",
                    Right + 6,
                    Y(median) + 14,
                    "start",
                    ReportWords.Percent(median)
                );
            }
        }

        public XElement? Line() =>
            chart.Points.Length < 2
                ? null
                : new XElement(
                    Svg + "polyline",
                    new XAttribute("class", "yos-chart__line"),
                    new XAttribute(
                        "points",
                        string.Join(
                            ' ',
                            chart.Points.Select(point => $"{Place(X(point))},{Place(Y(point.Share))}")
                        )
                    )
                );

        // A bracket over or under the points of a shift or trend, with its name.
        public IEnumerable<XElement> Spans()
        {
            var row = 0;
            foreach (var span in chart.Spans)
            {
                var y = Bottom - 10 - (row++ * 26);
                var (from, to) = (X(IndexOf(span.From)), X(IndexOf(span.To)));
                yield return new XElement(
                    Svg + "path",
                    new XAttribute("class", "yos-chart__span"),
                    new XAttribute(
                        "d",
                        Text($"M{Place(from)} {Place(y - 5)}V{Place(y)}H{Place(to)}V{Place(y - 5)}")
                    )
                );
                yield return Label(
                    "yos-chart__text yos-chart__text--strong",
                    Math.Clamp((from + to) / 2, Left + 120, Right - 120),
                    y - 4,
                    "middle",
                    RunChartWords.Brief(span)
                );
            }
        }

        public IEnumerable<XElement> Markers() =>
            chart.Points.Select(point =>
            {
                var (x, y) = (X(point), Y(point.Share));
                var said = RunChartWords.Of(point) is { Length: > 0 } signals ? $" ({signals})" : "";
                var name =
                    $"{ReportWords.Month(point.Month)}: {ReportWords.Number(point.Met)} of {ReportWords.Number(point.OutOf)}, {ReportWords.Percent(point.Share)}{said}";
                return new XElement(
                    Svg + "path",
                    new XAttribute("class", ClassOf(point.Signals)),
                    new XAttribute("d", ShapeOf(point.Signals, x, y)),
                    new XElement(Svg + "title", name)
                );
            });

        private static string ClassOf(RunSignals signals) =>
            signals.HasFlag(RunSignals.BeyondLimit) ? "yos-chart__point yos-chart__point--beyond"
            : signals != RunSignals.None ? "yos-chart__point yos-chart__point--signal"
            : "yos-chart__point";

        // A diamond beyond a limit, a square in a shift, a triangle in a trend, else a dot.
        private static string ShapeOf(RunSignals signals, double x, double y)
        {
            if (signals.HasFlag(RunSignals.BeyondLimit))
            {
                return $"M{Place(x)} {Place(y - 8)}L{Place(x + 8)} {Place(y)}L{Place(x)} {Place(y + 8)}L{Place(x - 8)} {Place(y)}Z";
            }

            if (signals.HasFlag(RunSignals.Shift))
            {
                return $"M{Place(x - 5)} {Place(y - 5)}h10v10h-10Z";
            }

            return signals.HasFlag(RunSignals.Trend)
                ? $"M{Place(x)} {Place(y - 7)}L{Place(x + 7)} {Place(y + 5)}H{Place(x - 7)}Z"
                : $"M{Place(x - 4)} {Place(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z";
        }

        // Limits hold for a month, so they are drawn as steps.
        private XElement Steps(Func<RunPoint, double> limit)
        {
            var path = new StringBuilder();
            int? last = null;
            foreach (var point in chart.Points)
            {
                var at = IndexOf(point.Month);
                var (x, y) = (Left + (at * slot), Y(limit(point)));
                path.Append(at - 1 == last ? "V" + Place(y) : $"M{Place(x)} {Place(y)}");
                path.Append("H" + Place(x + slot));
                last = at;
            }

            return new XElement(
                Svg + "path",
                new XAttribute("class", "yos-chart__limit"),
                new XAttribute("d", path.ToString())
            );
        }

        private int IndexOf(DateOnly month) =>
            ((month.Year - months[0].Year) * 12) + month.Month - months[0].Month;

        private double X(RunPoint point) => X(IndexOf(point.Month));

        private double X(int index) => Left + ((index + 0.5) * slot);

        private static double Y(double share) => Bottom - (share * (Bottom - Top));

        private static string Name(DateOnly month, string pattern) =>
            month.ToString(pattern, CultureInfo.InvariantCulture);

        private static XElement LineOf(string css, double from, double to, double y) =>
            new(
                Svg + "path",
                new XAttribute("class", css),
                new XAttribute("d", $"M{Place(from)} {Place(y)}H{Place(to)}")
            );

        private static XElement Label(string css, double x, double y, string anchor, string text) =>
            new(
                Svg + "text",
                new XAttribute("class", css),
                new XAttribute("x", Place(x)),
                new XAttribute("y", Place(y)),
                new XAttribute("text-anchor", anchor),
                text
            );
    }
}
