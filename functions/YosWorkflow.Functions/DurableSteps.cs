using Microsoft.DurableTask;

namespace YosWorkflow.Functions;

/// <summary>How the steps of an orchestration are called.</summary>
internal static class DurableSteps
{
    /// <summary>
    /// Five tries, 5, 15, 45 and 120 seconds apart: long enough for storage to come back, short enough for the morning. Every step
    /// may be done again, whatever became of the try before.
    /// </summary>
    public static TaskOptions Retried { get; } =
        TaskOptions.FromRetryPolicy(
            new RetryPolicy(
                maxNumberOfAttempts: 5,
                firstRetryInterval: TimeSpan.FromSeconds(5),
                backoffCoefficient: 3,
                maxRetryInterval: TimeSpan.FromMinutes(2)
            )
        );

    /// <summary>
    /// For steps of what takes weeks: the same, and then every hour for two days, so that storage may be away for a night without an
    /// end to the whole.
    /// </summary>
    public static TaskOptions Patient { get; } =
        TaskOptions.FromRetryPolicy(
            new RetryPolicy(
                maxNumberOfAttempts: 54,
                firstRetryInterval: TimeSpan.FromSeconds(5),
                backoffCoefficient: 3,
                maxRetryInterval: TimeSpan.FromHours(1)
            )
        );

    private const int LongestReason = 200;

    /// <summary>
    /// Why a step failed, as a line that can be shown: what the exception said first, without the headers and bodies that storage
    /// clients add to it.
    /// </summary>
    public static string ReasonOf(TaskFailedException failure)
    {
        var said = failure.FailureDetails.ErrorMessage.AsSpan().Trim();
        var end = said.IndexOfAny('\r', '\n');
        var line = end < 0 ? said : said[..end];
        return line.Length > LongestReason ? $"{line[..LongestReason]}…" : line.ToString();
    }
}
