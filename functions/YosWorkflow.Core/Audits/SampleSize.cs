using System.Globalization;

namespace YosWorkflow.Core.Audits;

/// <summary>
/// How many cases are drawn: a number, or a percentage of the frame with a minimum. The Youth Justice Board's own rule for
/// self-assessment (2019/20) was 20 % with a minimum of 20.
/// </summary>
public sealed record SampleSize
{
    private SampleSize(int? number, decimal percent, int min) =>
        (Number, Percent, Min) = (number, percent, min);

    /// <summary>The number asked for, or null for a percentage.</summary>
    public int? Number { get; }

    /// <summary>The percentage of the frame, if no number is asked for.</summary>
    public decimal Percent { get; }

    /// <summary>The fewest that a percentage may come to.</summary>
    public int Min { get; }

    /// <summary>A number of cases.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static SampleSize Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new SampleSize(number, 0, 0);
    }

    /// <summary>A percentage, rounded up, but at least so many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is not above 0 and up to 100, or the minimum is negative.</exception>
    public static SampleSize OfPercent(decimal percent, int min = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        return new SampleSize(null, percent, min);
    }

    /// <summary>How many that is of a frame; never more than the frame.</summary>
    public int Within(int frameSize) =>
        Math.Min(frameSize, Number ?? Math.Max(Min, (int)Math.Ceiling(frameSize * Percent / 100m)));

    /// <inheritdoc/>
    public override string ToString() =>
        Number is { } number
            ? number.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Percent} %, at least {Min}");
}
