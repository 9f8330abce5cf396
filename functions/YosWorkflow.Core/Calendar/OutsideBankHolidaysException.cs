namespace YosWorkflow.Core.Calendar;

/// <summary>A date was asked for in a year whose bank holidays are not known.</summary>
/// <param name="year">The year.</param>
/// <param name="firstYear">The first year that is known.</param>
/// <param name="lastYear">The last year that is known.</param>
public sealed class OutsideBankHolidaysException(int year, int firstYear, int lastYear)
    : InvalidOperationException(
        $"The bank holidays of {year} are not known: the list reaches from {firstYear} to {lastYear}. Bring it up to date."
    )
{
    /// <summary>The year that was asked for.</summary>
    public int Year { get; } = year;
}
