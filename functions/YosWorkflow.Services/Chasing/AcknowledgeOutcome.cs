using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Chasing;

/// <summary>What came of acknowledging an obligation.</summary>
public abstract record AcknowledgeOutcome
{
    private AcknowledgeOutcome() { }

    /// <summary>It can be acknowledged.</summary>
    /// <param name="Overdue">What is overdue.</param>
    /// <param name="Staff">The staff list.</param>
    public sealed record Possible(Obligation Overdue, Staff Staff) : AcknowledgeOutcome;

    /// <summary>It is kept, and chasing rests.</summary>
    /// <param name="Acknowledgement">What is kept.</param>
    public sealed record Kept(Acknowledgement Acknowledgement) : AcknowledgeOutcome;

    /// <summary>There is no such case, or none that is theirs to see, or no such rule.</summary>
    /// <param name="Reason">Which of them.</param>
    public sealed record Unknown(string Reason) : AcknowledgeOutcome;

    /// <summary>Nothing is overdue on the case under the rule.</summary>
    /// <param name="Reason">How it stands.</param>
    public sealed record NotOverdue(string Reason) : AcknowledgeOutcome;

    /// <summary>Who is asking sees the case and does not oversee it.</summary>
    /// <param name="Reason">Who does.</param>
    public sealed record NotTheirs(string Reason) : AcknowledgeOutcome;

    /// <summary>It may not be acknowledged in this way.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotAllowed(string Reason) : AcknowledgeOutcome;
}
