namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>What could not be delivered, as an administrator is told.</summary>
internal static class UndeliveredPart
{
    /// <summary>Such as <c>3 messages could not be delivered</c>.</summary>
    public static string InShort(int undelivered) =>
        $"{PlainWords.Count(undelivered, "message")} could not be delivered";

    public static DigestPart Of(DigestLetter letter)
    {
        var shown = Math.Min(letter.Undelivered.Length, DigestLimits.Undelivered);
        return new DigestPart(
            Heading: null,
            Advice: null,
            [
                new DigestSection(
                    $"Could not be delivered: {PlainWords.Number(letter.Undelivered.Length)}",
                    "Correct the staff list, or let these people know yourself.",
                    [
                        .. letter
                            .Undelivered.Take(shown)
                            .Select(line => new DigestLine(
                                PlainWords.OneLine(line),
                                Case: null,
                                When: null,
                                Stress: null,
                                Urgency.Overdue
                            )),
                    ],
                    Beyond.Of(letter.Undelivered.Length - shown)
                ),
            ]
        );
    }
}
