namespace YosWorkflow.Core.Learning;

/// <summary>What a run chart shows at a point that chance alone would hardly bring about.</summary>
[Flags]
public enum RunSignals
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The point lies beyond a control limit.</summary>
    BeyondLimit = 1,

    /// <summary>It belongs to a shift: a long run of points on one side of the median.</summary>
    Shift = 2,

    /// <summary>It belongs to a trend: a long run of points each higher, or each lower, than the one before.</summary>
    Trend = 4,
}

/// <summary>A point of a run chart.</summary>
/// <param name="Month">The first day of its month.</param>
/// <param name="Met">How many were met.</param>
/// <param name="OutOf">Of how many; never 0.</param>
/// <param name="Lower">The lower control limit, from 0 to 1; null if there are too few points for one.</param>
/// <param name="Upper">The upper control limit.</param>
/// <param name="Signals">What it shows.</param>
public sealed record RunPoint(
    DateOnly Month,
    int Met,
    int OutOf,
    double? Lower,
    double? Upper,
    RunSignals Signals
)
{
    /// <summary>The share, from 0 to 1.</summary>
    public double Share => (double)Met / OutOf;
}

/// <summary>A run of points that is a signal.</summary>
/// <param name="Kind"><see cref="RunSignals.Shift"/> or <see cref="RunSignals.Trend"/>.</param>
/// <param name="IsUp">Whether it lies above the median, or rises.</param>
/// <param name="From">The month of its first point.</param>
/// <param name="To">The month of its last point.</param>
/// <param name="Points">How many points count.</param>
public sealed record RunSpan(RunSignals Kind, bool IsUp, DateOnly From, DateOnly To, int Points);
