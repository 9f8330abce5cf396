namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>How it is said why somebody may not audit a case.</summary>
public static class AuditorWords
{
    /// <summary>The reason, as the end of a sentence that begins with who.</summary>
    public static string Of(WhyNotAuditor why) =>
        why switch
        {
            WhyNotAuditor.Manages => "manages the case",
            WhyNotAuditor.Supervises => "supervises the case",
            WhyNotAuditor.IsOfItsTeam => "is of the case’s own team",
            WhyNotAuditor.ReadsItOtherwise => "is its second reader",
            WhyNotAuditor.IsAway => "is not at work",
            WhyNotAuditor.IsNoAuditor => "is not among those who audit",
            WhyNotAuditor.IsFull => "has as many cases as they can take",
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "It has no words."),
        };
}
