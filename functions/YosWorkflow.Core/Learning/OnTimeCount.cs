namespace YosWorkflow.Core.Learning;

/// <summary>How many obligations that fell due were met in time, met late, and not met.</summary>
/// <param name="Met">Met on or before the due date.</param>
/// <param name="MetLate">Met after it.</param>
/// <param name="NotMet">Not met as of the day of the count.</param>
public readonly record struct OnTimeCount(int Met, int MetLate, int NotMet)
{
    /// <summary>How many fell due.</summary>
    public int Due => Met + MetLate + NotMet;

    /// <summary>The share met in time, with its 95 % interval; null if nothing fell due.</summary>
    public WilsonInterval? Share => WilsonInterval.Of(Met, Due);

    /// <summary>Both together.</summary>
    public static OnTimeCount operator +(OnTimeCount a, OnTimeCount b) =>
        new(a.Met + b.Met, a.MetLate + b.MetLate, a.NotMet + b.NotMet);
}
