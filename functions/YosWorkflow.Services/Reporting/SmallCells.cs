using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>Cells of counts that may not be shown as they are.</summary>
internal static class SmallCells
{
    /// <summary>What is said of a number that is not shown.</summary>
    public const string NotShown = "not shown";

    /// <summary>A count as it is shown.</summary>
    public static ReportCell Cell(this SmallNumbers numbers, int count) =>
        new(numbers.Text(count), numbers.Value(count));

    /// <summary>
    /// The share of a part in its whole, as far as those that are shown tell it: where the rest is only known to be fewer than five, the
    /// least that the share can be.
    /// </summary>
    /// <param name="numbers">The counts.</param>
    /// <param name="part">The part.</param>
    /// <param name="rest">The rest of the whole.</param>
    /// <param name="whole">The whole.</param>
    public static ReportCell Share(this SmallNumbers numbers, int part, int rest, int whole)
    {
        if (numbers.Value(whole) is not { } all)
        {
            return ReportCell.NotShown(NotShown);
        }

        const double Most = SmallNumbers.Least - 1;
        return numbers.Value(part) is { } known ? ReportCell.OfShare((double)known / all)
            : numbers.Of(rest) == Disclosure.FewerThanFive
                ? ReportCell.NotShown($"at least {ReportWords.Whole(Math.Floor((all - Most) / all * 100))}")
            : numbers.Of(part) == Disclosure.FewerThanFive
                ? ReportCell.NotShown($"at most {ReportWords.Whole(Math.Ceiling(Most / all * 100))}")
            : ReportCell.NotShown(NotShown);
    }

    /// <summary>The 95 % interval of the same share, if the share itself is shown.</summary>
    public static ReportCell Interval(this SmallNumbers numbers, int part, int whole) =>
        numbers.Value(part) is { } known && numbers.Value(whole) is { } all
            ? ReportWords.Interval(WilsonInterval.Of(known, all))
            : ReportCell.NotShown(NotShown);
}
