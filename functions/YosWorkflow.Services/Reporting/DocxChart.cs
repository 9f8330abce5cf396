using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace YosWorkflow.Services.Reporting;

/// <summary>A run chart that Word draws: the shares, their median and, where there are any, the control limits.</summary>
internal static class DocxChart
{
    private const long WidthEmu = 6_100_000;
    private const long HeightEmu = 2_800_000;
    private const uint CategoryAxisId = 1;
    private const uint ValueAxisId = 2;

    public static W.Drawing Draw(MainDocumentPart main, ReportChart chart, int number)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new ChartSpace(
            new EditingLanguage { Val = "en-GB" },
            new RoundedCorners { Val = false },
            new Chart(
                new AutoTitleDeleted { Val = true },
                new PlotArea(new Layout(), Lines(chart), Categories(), Values()),
                new Legend(
                    new LegendPosition { Val = LegendPositionValues.Bottom },
                    new Overlay { Val = false }
                ),
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }
            )
        );
        var extent = new Wp.Extent { Cx = WidthEmu, Cy = HeightEmu };
        return new W.Drawing(
            new Wp.Inline(
                extent,
                new Wp.DocProperties
                {
                    Id = (uint)number,
                    Name = FormattableString.Invariant($"Chart {number}"),
                    Description = $"{chart.Title}. {chart.Words}",
                },
                new Wp.NonVisualGraphicFrameDrawingProperties(),
                new A.Graphic(
                    new A.GraphicData(new ChartReference { Id = main.GetIdOfPart(part) })
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
    }

    private static LineChart Lines(ReportChart chart)
    {
        var points = chart.Chart.Points.ToDictionary(point => point.Month);
        var lines = new LineChart(
            new Grouping { Val = GroupingValues.Standard },
            new VaryColors { Val = false }
        );
        var index = 0u;
        Add(
            "Share in time",
            "12394A",
            month => points.GetValueOrDefault(month)?.Share,
            isDashed: false,
            hasMarkers: true
        );
        Add("Median", "0B0C0C", _ => chart.Chart.Median, isDashed: false, hasMarkers: false);
        if (chart.Chart.IsEnough)
        {
            Add(
                "Upper limit",
                "6B7A80",
                month => points.GetValueOrDefault(month)?.Upper,
                isDashed: true,
                hasMarkers: false
            );
            Add(
                "Lower limit",
                "6B7A80",
                month => points.GetValueOrDefault(month)?.Lower,
                isDashed: true,
                hasMarkers: false
            );
        }

        lines.Append(
            new ShowMarker { Val = true },
            new AxisId { Val = CategoryAxisId },
            new AxisId { Val = ValueAxisId }
        );
        return lines;

        void Add(string name, string colour, Func<DateOnly, double?> of, bool isDashed, bool hasMarkers)
        {
            lines.Append(Series(index++, name, colour, chart.Months, of, isDashed, hasMarkers));
        }
    }

    private static LineChartSeries Series(
        uint index,
        string name,
        string colour,
        IReadOnlyList<DateOnly> months,
        Func<DateOnly, double?> of,
        bool isDashed,
        bool hasMarkers
    )
    {
        var outline = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour }))
        {
            Width = 22_000,
        };
        if (isDashed)
        {
            outline.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        }

        return new LineChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
            new Order { Val = index },
            new SeriesText(new NumericValue(name)),
            new ChartShapeProperties(outline),
            MarkerOf(hasMarkers, colour),
            new CategoryAxisData(Names(months)),
            new Values(Numbers(months, of)),
            new Smooth { Val = false }
        );
    }

    private static Marker MarkerOf(bool isShown, string colour) =>
        isShown
            ? new Marker(
                new Symbol { Val = MarkerStyleValues.Circle },
                new Size { Val = 6 },
                new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour }))
            )
            : new Marker(new Symbol { Val = MarkerStyleValues.None });

    private static StringLiteral Names(IReadOnlyList<DateOnly> months) =>
        new([
            new PointCount { Val = (uint)months.Count },
            .. months.Select(
                (month, at) =>
                    new StringPoint(new NumericValue(ReportWords.ShortMonth(month))) { Index = (uint)at }
            ),
        ]);

    private static NumberLiteral Numbers(IReadOnlyList<DateOnly> months, Func<DateOnly, double?> of) =>
        new([
            new FormatCode("0%"),
            new PointCount { Val = (uint)months.Count },
            .. months
                .Select((month, at) => (Value: of(month), At: at))
                .Where(point => point.Value is not null)
                .Select(point => new NumericPoint(
                    new NumericValue(FormattableString.Invariant($"{point.Value:0.####}"))
                )
                {
                    Index = (uint)point.At,
                }),
        ]);

    private static CategoryAxis Categories() =>
        new(
            new AxisId { Val = CategoryAxisId },
            new Scaling(new Orientation { Val = OrientationValues.MinMax }),
            new Delete { Val = false },
            new AxisPosition { Val = AxisPositionValues.Bottom },
            new CrossingAxis { Val = ValueAxisId }
        );

    private static ValueAxis Values() =>
        new(
            new AxisId { Val = ValueAxisId },
            new Scaling(
                new Orientation { Val = OrientationValues.MinMax },
                new MaxAxisValue { Val = 1 },
                new MinAxisValue { Val = 0 }
            ),
            new Delete { Val = false },
            new AxisPosition { Val = AxisPositionValues.Left },
            new MajorGridlines(
                new ChartShapeProperties(
                    new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "E3E8EA" }))
                )
            ),
            new NumberingFormat { FormatCode = "0%", SourceLinked = false },
            new CrossingAxis { Val = CategoryAxisId }
        );
}
