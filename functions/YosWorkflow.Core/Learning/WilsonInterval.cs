namespace YosWorkflow.Core.Learning;

/// <summary>A share with its 95 % interval after Wilson (1927), which stays within 0 and 1 and holds for small samples.</summary>
/// <param name="Low">The lower end, from 0 to 1.</param>
/// <param name="Share">The share itself.</param>
/// <param name="High">The upper end.</param>
public readonly record struct WilsonInterval(double Low, double Share, double High)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>The interval of so many out of so many, or null if there are none to speak of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than there are, or fewer than none.</exception>
    public static WilsonInterval? Of(int met, int outOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(met);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(met, outOf);
        if (outOf == 0)
        {
            return null;
        }

        var share = (double)met / outOf;
        var z2 = Z95 * Z95;
        var centre = (share + (z2 / (2 * outOf))) / (1 + (z2 / outOf));
        var reach =
            Z95
            / (1 + (z2 / outOf))
            * Math.Sqrt((share * (1 - share) / outOf) + (z2 / (4.0 * outOf * outOf)));
        return new WilsonInterval(Math.Max(0, centre - reach), share, Math.Min(1, centre + reach));
    }
}
