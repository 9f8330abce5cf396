namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How what is not shown is counted.</summary>
internal static class Beyond
{
    /// <summary>Such as <c>and 34 more</c>; null if there is nothing more.</summary>
    public static string? Of(int more) => more == 0 ? null : $"and {PlainWords.Number(more)} more";
}
