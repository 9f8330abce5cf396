using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Audits;

/// <summary>A sample as it is asked for.</summary>
/// <param name="Round">The round it is for.</param>
/// <param name="AsOf">The day as of which the caseload counts.</param>
public sealed record SampleRequest(RoundId Round, DateOnly AsOf)
{
    /// <summary>The longest seed, in characters.</summary>
    public const int LongestSeed = 200;

    /// <summary>How many cases; null: as the programme says.</summary>
    public SampleSize? Size { get; init; }

    /// <summary>The seed; null: fresh randomness.</summary>
    public string? Seed { get; init; }

    /// <summary>
    /// The fingerprint of the frame that whoever asks has seen; if it is another by now, nothing is drawn. Null: whatever it is.
    /// </summary>
    public string? FrameHash { get; init; }

    /// <summary>What is over-sampled.</summary>
    public SampleWeights Weights { get; init; } = SampleWeights.None;

    /// <summary>
    /// As of which day a month's sample is drawn unless somebody says: today within the month, its first working day once it is
    /// past; null if it has not begun.
    /// </summary>
    /// <exception cref="OutsideBankHolidaysException">The bank holidays of the month's year are not known.</exception>
    public static DateOnly? UsualDay(DateOnly month, DateOnly today, WorkingDayCalendar calendar) =>
        today < month ? null
        : today < month.AddMonths(1) ? today
        : calendar.Add(month.AddDays(-1), 1);

    /// <summary>Why a text can't be a seed, as the end of a sentence that begins with it; null if it can.</summary>
    public static string? FaultOfSeed(string seed) =>
        seed switch
        {
            { Length: 0 } => "is empty",
            { Length: > LongestSeed } => $"is longer than {LongestSeed} characters",
            _ when seed.Any(char.IsControl) => "holds a control character",
            _ => null,
        };
}
