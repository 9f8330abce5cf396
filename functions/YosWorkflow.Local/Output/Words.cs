using System.Globalization;

namespace YosWorkflow.Local.Output;

/// <summary>Counts as people read them.</summary>
internal static class Words
{
    /// <summary>Such as <c>1 email</c> or <c>1,064 emails</c>.</summary>
    public static string Count(long number, string noun, string? several = null) =>
        $"{Number(number)} {(number == 1 ? noun : several ?? noun + "s")}";

    /// <summary>Such as <c>1,064</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
