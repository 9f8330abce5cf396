using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>Shows whoever leads the audit the form by which a return is given back.</summary>
public sealed class ReopenPageRoute(CaseAudits audits) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.Reopen, cancellationToken);
        return audit is null
            ? refusal!
            : await RenderAsync(request, audits, audit, CommentForm.Empty, cancellationToken);
    }

    internal static async Task<IResult> RenderAsync(
        HttpRequest request,
        CaseAudits audits,
        CaseAudit audit,
        CommentForm reason,
        CancellationToken cancellationToken
    )
    {
        if (!audit.Standing.IsIn || audit.IsClosed)
        {
            return Problem.Result(
                ProblemKind.Conflict,
                audit.IsClosed
                    ? "The round is closed, and from then on no return changes."
                    : $"The return on case {audit.CaseRef} is not in, so its auditor has it already."
            );
        }

        var head = await audits.HeadAsync(audit, isSecond: false, cancellationToken);
        return await Page.RenderAsync<ReopenPage>(
            request,
            new ReopenModel(head, reason),
            reason.Error is null ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }
}

/// <summary>Gives a return back to its auditor, with the <c>reason</c> of whoever leads the audit.</summary>
public sealed class ReopenFormRoute(CaseAudits audits, ReopenReturn returns) : IRouteHandler
{
    internal const string Field = "reason";
    internal const int Longest = ReopenReturnRoute.LongestReason;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.Reopen, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var (fields, unreadable) = await FormBody.ReadAsync(request, [Field], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var reason = CommentForm.Read(fields, Field, "why you give it back", Longest);
        return fields.Errors.Count > 0 ? fields.Refusal()
            : CaseAudits.SignedIn(request) is not { } person ? CaseAudits.NobodySignsIt()
            : reason.Error is null
                ? await ReopenAsync(request, audit, person.StaffId, reason.Text, cancellationToken)
            : await ReopenPageRoute.RenderAsync(request, audits, audit, reason, cancellationToken);
    }

    private async Task<IResult> ReopenAsync(
        HttpRequest request,
        CaseAudit audit,
        string by,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var round = audit.Round.Id;
        var outcome = await returns.ExecuteAsync(
            round,
            audit.CaseRef,
            by,
            reason,
            audits.Today,
            cancellationToken
        );
        await RoundWatches.ReturnIsReopenedAsync(request, round, outcome, cancellationToken);
        return AuditAnswers.To(
            outcome,
            _ => new SeeOther(ReturnHead.AddressOf(audit, isSecond: false).Done("reopened"))
        );
    }
}

/// <summary>A return that may be given back.</summary>
/// <param name="Head">The return.</param>
/// <param name="Reason">The reason as it was typed.</param>
public sealed record ReopenModel(ReturnHead Head, CommentForm Reason);
