using System.Collections.Immutable;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// A share month by month, and whether it has really changed or only wavered. The centre is the median, and the limits are those of a
/// p-chart: three standard errors of the share of all months together, wider for a month in which little fell due.
/// </summary>
/// <remarks>
/// Shift and trend are the rules of Perla, Provost and Murray, “The run chart: a simple analytical tool for learning from variation
/// in healthcare processes”, BMJ Quality &amp; Safety 20 (2011), 46–51: six points in a row on one side of the median, where one
/// on the median neither counts nor breaks the run; five in a row rising or falling, where one like its neighbour does
/// neither. NHS England's “Making data count” teaches the same thinking with runs of seven about a mean. Limits are Shewhart's (1931).
/// With fewer than ten points nothing is claimed.
/// </remarks>
/// <param name="Points">The months in which anything fell due, in order.</param>
/// <param name="Median">The median of the shares; null if there is no point.</param>
/// <param name="Mean">The share of all months together, about which the limits lie; null if there is no point.</param>
/// <param name="Spans">The shifts, then the trends.</param>
public sealed record RunChart(
    ImmutableArray<RunPoint> Points,
    double? Median,
    double? Mean,
    ImmutableArray<RunSpan> Spans
)
{
    /// <summary>With fewer points no limits are drawn and no signal is claimed.</summary>
    public const int FewestPoints = 10;

    /// <summary>So many points in a row on one side of the median are a shift.</summary>
    public const int ShiftPoints = 6;

    /// <summary>So many points in a row, each higher or each lower, are a trend.</summary>
    public const int TrendPoints = 5;

    private const double Sigmas = 3;
    private const double Rounding = 1e-12;

    /// <summary>Whether there are points enough for limits and signals.</summary>
    public bool IsEnough => Points.Length >= FewestPoints;

    /// <summary>The chart of some months; those in which nothing fell due are no points.</summary>
    /// <param name="months">The months in order, and of how many so many were met.</param>
    public static RunChart Of(IEnumerable<(DateOnly Month, int Met, int OutOf)> months)
    {
        RunPoint[] points =
        [
            .. months
                .Where(month => month.OutOf > 0)
                .Select(month => new RunPoint(month.Month, month.Met, month.OutOf, null, null, default)),
        ];
        if (points.Length == 0)
        {
            return new RunChart([], null, null, []);
        }

        var median = MedianOf([.. points.Select(point => point.Share).Order()]);
        var mean = (double)points.Sum(point => point.Met) / points.Sum(point => point.OutOf);
        if (points.Length < FewestPoints)
        {
            return new RunChart([.. points], median, mean, []);
        }

        var spans = ImmutableArray.CreateBuilder<RunSpan>();
        Limit(points, mean);
        Mark(points, RunSignals.Shift, ShiftPoints, Sides(points, median), spans);
        Mark(points, RunSignals.Trend, TrendPoints, Steps(points), spans);
        return new RunChart([.. points], median, mean, spans.ToImmutable());
    }

    private static double MedianOf(double[] sorted) =>
        (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static void Limit(RunPoint[] points, double mean)
    {
        for (var index = 0; index < points.Length; index++)
        {
            var point = points[index];
            var reach = Sigmas * Math.Sqrt(mean * (1 - mean) / point.OutOf);
            var (lower, upper) = (Math.Max(0, mean - reach), Math.Min(1, mean + reach));
            var isBeyond = point.Share < lower - Rounding || point.Share > upper + Rounding;
            points[index] = point with
            {
                Lower = lower,
                Upper = upper,
                Signals = isBeyond ? RunSignals.BeyondLimit : RunSignals.None,
            };
        }
    }

    // On which side of the median each point lies that lies on one.
    private static List<(int Index, int Sign)> Sides(RunPoint[] points, double median) =>
        [
            .. points
                .Select((point, index) => (Index: index, Sign: SignOf(point.Share - median)))
                .Where(side => side.Sign != 0),
        ];

    // Which way each point lies from the one before, and from where: a trend's first point is where its first step begins.
    private static List<(int Index, int Sign)> Steps(RunPoint[] points) =>
        [
            .. points
                .Select(
                    (point, index) =>
                        (Index: index, Sign: index == 0 ? 0 : SignOf(point.Share - points[index - 1].Share))
                )
                .Where(step => step.Sign != 0),
        ];

    private static int SignOf(double difference) =>
        Math.Abs(difference) <= Rounding ? 0 : Math.Sign(difference);

    private static void Mark(
        RunPoint[] points,
        RunSignals kind,
        int needed,
        List<(int Index, int Sign)> signs,
        ImmutableArray<RunSpan>.Builder spans
    )
    {
        // n steps lead over n + 1 points.
        var extra = kind == RunSignals.Trend ? 1 : 0;
        for (var start = 0; start < signs.Count; )
        {
            var end = start;
            while (end + 1 < signs.Count && signs[end + 1].Sign == signs[start].Sign)
            {
                end++;
            }

            if (end - start + 1 + extra >= needed)
            {
                int[] belonging =
                [
                    .. Enumerable.Repeat(signs[start].Index - 1, extra),
                    .. signs[start..(end + 1)].Select(sign => sign.Index),
                ];
                foreach (var index in belonging)
                {
                    points[index] = points[index] with { Signals = points[index].Signals | kind };
                }

                spans.Add(
                    new RunSpan(
                        kind,
                        signs[start].Sign > 0,
                        points[belonging[0]].Month,
                        points[belonging[^1]].Month,
                        belonging.Length
                    )
                );
            }

            start = end + 1;
        }
    }
}
