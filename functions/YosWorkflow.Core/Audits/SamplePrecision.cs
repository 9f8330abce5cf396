namespace YosWorkflow.Core.Audits;

/// <summary>What a sample's size can tell of the frame it was drawn from.</summary>
public static class SamplePrecision
{
    /// <summary>The standard normal quantile of a two-sided 95 % interval.</summary>
    private const double Z95 = 1.959963984540054;

    /// <summary>
    /// The half-width, as a share from 0 to 1, of a 95 % interval for the share of cases that meet a question, with the
    /// finite population correction, at its widest (a share of a half). 0 when the whole frame is drawn; 1 when nothing is.
    /// </summary>
    /// <param name="frameSize">How many cases the frame holds.</param>
    /// <param name="size">How many are drawn.</param>
    public static double HalfWidth(int frameSize, int size)
    {
        if (size <= 0)
        {
            return 1;
        }

        if (size >= frameSize)
        {
            return 0;
        }

        var correction = (double)(frameSize - size) / (frameSize - 1);
        return Math.Min(1, Z95 * Math.Sqrt(0.25 / size * correction));
    }
}
