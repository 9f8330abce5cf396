namespace YosWorkflow.Core.Audits;

/// <summary>Why somebody may not audit a case.</summary>
public enum WhyNotAuditor
{
    /// <summary>They manage it, or did when it was drawn.</summary>
    Manages,

    /// <summary>They are its practice supervisor, or were when it was drawn.</summary>
    Supervises,

    /// <summary>They are of its team.</summary>
    IsOfItsTeam,

    /// <summary>They are its other reader: nobody checks their own audit.</summary>
    ReadsItOtherwise,

    /// <summary>They are not at work.</summary>
    IsAway,

    /// <summary>The staff list does not say that they can audit.</summary>
    IsNoAuditor,

    /// <summary>They have as many cases as they can take.</summary>
    IsFull,
}
