namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Which round it is: a programme has one a month.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Month">The first day of its month.</param>
public readonly record struct RoundId(string ProgrammeId, DateOnly Month)
{
    /// <summary>As addresses have it, such as <c>golden-thread/2011-11</c>.</summary>
    public override string ToString() => $"{ProgrammeId}/{IsoMonth.Format(Month)}";
}
