using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>What a sample of a size can tell, and what work it means.</summary>
/// <param name="Size">How many cases.</param>
/// <param name="HalfWidth">The half-width of a 95 % interval at its widest, from 0 to 1, see <see cref="SamplePrecision"/>.</param>
/// <param name="FewestEach">How many cases an auditor gets at least, if all of them may audit enough.</param>
/// <param name="MostEach">How many at most; null if nobody can audit.</param>
public sealed record SizeAdvice(int Size, double HalfWidth, int FewestEach, int? MostEach)
{
    private const double TenPoints = 0.10;

    private static readonly decimal[] Percentages = [10, 20, 30, 50];

    /// <summary>What a size means.</summary>
    /// <param name="frameSize">How many cases the frame holds.</param>
    /// <param name="size">How many are drawn.</param>
    /// <param name="auditors">How many people can audit.</param>
    public static SizeAdvice Of(int frameSize, int size, int auditors) =>
        new(
            size,
            SamplePrecision.HalfWidth(frameSize, size),
            auditors == 0 ? 0 : size / auditors,
            auditors == 0 ? null : (size + auditors - 1) / auditors
        );

    /// <summary>
    /// The chosen size beside others: a fifth of the frame but at least twenty, which was the Youth Justice Board's own rule, other
    /// shares of the frame, the fewest that tell a share to within ten percentage points, and the whole frame. Each once, fewest first.
    /// </summary>
    /// <param name="frameSize">How many cases the frame holds.</param>
    /// <param name="chosen">The size that was chosen.</param>
    /// <param name="auditors">How many people can audit.</param>
    public static ImmutableArray<SizeAdvice> Beside(int frameSize, int chosen, int auditors) =>
        [
            .. Percentages
                .Select(percent => SampleSize.OfPercent(percent).Within(frameSize))
                .Append(Rule.Within(frameSize))
                .Append(FewestWithin(frameSize, TenPoints))
                .Append(frameSize)
                .Append(chosen)
                .Where(size => size > 0)
                .Distinct()
                .Order()
                .Select(size => Of(frameSize, size, auditors)),
        ];

    /// <summary>The Youth Justice Board's rule of 2019/20: a fifth, at least twenty.</summary>
    public static SampleSize Rule { get; } = SampleSize.OfPercent(20, 20);

    /// <summary>The fewest cases that tell a share to within a half-width.</summary>
    public static int FewestWithin(int frameSize, double halfWidth)
    {
        var (least, most) = (1, Math.Max(1, frameSize));
        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            (least, most) =
                SamplePrecision.HalfWidth(frameSize, middle) <= halfWidth
                    ? (least, middle)
                    : (middle + 1, most);
        }

        return least;
    }
}
