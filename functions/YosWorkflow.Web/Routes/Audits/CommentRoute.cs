using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Keeps what the case manager, or their supervisor, says to an audit: <c>by</c>, their staff id, and <c>text</c>.
/// </summary>
public sealed class CommentRoute(AuditGate gate, CommentOnReturn comments) : IRouteHandler
{
    private const int LongestId = 100;
    internal const int LongestComment = 4_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = await gate.EnterAsync(request, AuditDeed.Comment, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (fields, unreadable) = await JsonBody.ReadAsync(request, ["by", "text"], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var by = request.ActsFor(fields, "by", LongestId);
        var text = fields.RequiredText("text", LongestComment);
        return fields.Errors.Count > 0
            ? fields.Refusal()
            : AuditAnswers.To(
                await comments.ExecuteAsync(
                    round,
                    AuditAddress.CaseRef(request),
                    by,
                    text,
                    cancellationToken
                ),
                comment => ApiJson.Result(comment, StatusCodes.Status201Created)
            );
    }
}
