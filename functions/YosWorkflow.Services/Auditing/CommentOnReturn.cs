using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Keeps what the case manager, or their supervisor, says to an audit. It stays with the return.</summary>
public sealed class CommentOnReturn(CaseloadTable caseload, AuditTable audits, TimeProvider clock)
{
    /// <summary>Keeps a comment. The same said again is kept once.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="byId">Who says it.</param>
    /// <param name="text">What they say.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    public async Task<AuditOutcome<AuditComment>> ExecuteAsync(
        RoundId id,
        string caseRef,
        string byId,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is not { Cases: [{ Standing: var standing }] }
        )
        {
            return AuditOutcome<AuditComment>.No(
                AuditFault.NotFound,
                $"Case {caseRef} is not in a sample of {id}."
            );
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        if (RoundPeople.WhyNotOfCase(staff, byId, standing.Case) is { } whyNot)
        {
            return AuditOutcome<AuditComment>.No(AuditFault.NotAllowed, whyNot);
        }

        if (standing.Return is not { IsIn: true } submitted)
        {
            return AuditOutcome<AuditComment>.No(
                AuditFault.Conflict,
                $"The audit of case {caseRef} is not in, so there is nothing to comment on yet."
            );
        }

        var comment = new AuditComment(byId, clock.GetUtcNow(), submitted.Version, text);
        var isNew = await audits.AddCommentAsync(id, caseRef, comment, cancellationToken);
        return new AuditOutcome<AuditComment>.Done(
            isNew
                ? comment
                : standing.Comments.FirstOrDefault(one => one with { At = comment.At } == comment) ?? comment
        );
    }
}
