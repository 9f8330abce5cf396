using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>Shows a return, for the routes that do.</summary>
public sealed class ReturnPages(ServiceRules rules, Site site)
{
    /// <summary>Whether the form of a reading is for who asks: it is open and theirs, or they try it at a developer's machine.</summary>
    internal static bool MayFillIn(HttpRequest request, CaseAudit audit, bool isSecond) =>
        request.SentBy() is Caller.Person or Caller.Developer
        && audit.IsOpen(isSecond)
        && audit.May(isSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn);

    /// <summary>A section of the form.</summary>
    internal static Task<IResult> SectionAsync(HttpRequest request, SectionModel model)
    {
        SecurityHeaders.AllowOurScript(request.HttpContext.Response);
        var status =
            model.Stale is not null ? ProblemKind.Conflict.Status
            : model.Form.Errors.IsEmpty ? StatusCodes.Status200OK
            : ProblemKind.InvalidFields.Status;
        return Page.RenderAsync<SectionPage>(request, model, status);
    }

    /// <summary>The return to read, or the confirmation to who has just handed it in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="head">The return.</param>
    /// <param name="comment">A comment that could not be kept; null if none was sent.</param>
    internal async Task<IResult> ReadOnlyAsync(
        HttpRequest request,
        CaseAudit audit,
        ReturnHead head,
        CommentForm? comment
    )
    {
        var done = (string?)request.Query[CaseAuditAddress.DoneField];
        var isSecond = head.Address.IsSecond;
        if (
            done == "submitted"
            && audit.May(isSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn)
            && audit.Held(isSecond) is { IsIn: true, SubmittedOn: { } on }
        )
        {
            return await Page.RenderAsync<SubmittedPage>(
                request,
                new SubmittedModel(
                    head,
                    on,
                    CommentsThrough: audit.Round.Programme.FollowUpLimit.DueFrom(on, rules.Calendar)
                )
            );
        }

        return await Page.RenderAsync<ReturnPage>(
            request,
            ReturnModel.Of(audit, head, site, CaseAudits.SignedIn(request)) with
            {
                Comment = comment ?? CommentForm.Empty,
                Done = DoneOf(done, audit),
            },
            comment is null ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }

    // The address can say anything; it is believed only if the audit says so too.
    private static string? DoneOf(string? done, CaseAudit audit) =>
        (done, audit.Standing) switch
        {
            ("commented", { Comments.IsEmpty: false }) => "Your comment is kept with the return.",
            ("action", { Actions: [.., var action] }) =>
                $"The action is kept. {ReturnHead.NameOf(audit, action.OwnerId)} is told of it in the next morning’s message.",
            ("reopened", { Return.IsIn: false }) =>
                $"The return is given back to {ReturnHead.NameOf(audit, audit.ReaderId(isSecond: false))}, who is told of it with your reason.",
            _ => null,
        };
}

/// <summary>That a return has come in, for who handed it in.</summary>
/// <param name="Head">The return.</param>
/// <param name="On">The day it came in.</param>
/// <param name="CommentsThrough">The last day on which the case manager is asked to comment.</param>
public sealed record SubmittedModel(ReturnHead Head, DateOnly On, DateOnly CommentsThrough);
