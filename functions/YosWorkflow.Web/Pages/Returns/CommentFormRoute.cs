using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>Keeps what the case's own people say to a return, in the name of who is signed in.</summary>
public sealed class CommentFormRoute(CaseAudits audits, CommentOnReturn comments, ReturnPages pages)
    : IRouteHandler
{
    internal const string Field = "comment";
    internal const int Longest = CommentRoute.LongestComment;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.Comment, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var (fields, unreadable) = await FormBody.ReadAsync(request, [Field], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var comment = CommentForm.Read(fields, Field, "your comment", Longest);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (CaseAudits.SignedIn(request) is not { } person)
        {
            return CaseAudits.NobodySignsIt();
        }

        if (comment.Error is not null)
        {
            var head = await audits.HeadAsync(audit, isSecond: false, cancellationToken);
            return await pages.ReadOnlyAsync(request, audit, head, comment);
        }

        return AuditAnswers.To(
            await comments.ExecuteAsync(
                audit.Round.Id,
                audit.CaseRef,
                person.StaffId,
                comment.Text,
                cancellationToken
            ),
            _ => new SeeOther(ReturnHead.AddressOf(audit, isSecond: false).Done("commented") + "#comments")
        );
    }
}
