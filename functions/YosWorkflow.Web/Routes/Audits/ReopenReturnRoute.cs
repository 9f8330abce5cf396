using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>Gives a submitted return back to its auditor: <c>by</c>, the lead's staff id, and <c>reason</c>.</summary>
public sealed class ReopenReturnRoute(AuditGate gate, ReopenReturn returns, Site site, TimeProvider clock)
    : IRouteHandler
{
    private const int LongestId = 100;
    internal const int LongestReason = 1_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = await gate.EnterAsync(request, AuditDeed.Reopen, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (fields, unreadable) = await JsonBody.ReadAsync(request, ["by", "reason"], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var by = request.ActsFor(fields, "by", LongestId);
        var reason = fields.RequiredText("reason", LongestReason);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var caseRef = AuditAddress.CaseRef(request);
        var outcome = await returns.ExecuteAsync(
            round,
            caseRef,
            by,
            reason,
            site.Today(clock),
            cancellationToken
        );
        await RoundWatches.ReturnIsReopenedAsync(request, round, outcome, cancellationToken);
        return AuditAnswers.To(
            outcome,
            reopened =>
            {
                request.HttpContext.Response.Headers.ETag = AuditAnswers.ETagOf(reopened.Version);
                return ApiJson.Result(KeptReturn.Of(caseRef, reopened), StatusCodes.Status201Created);
            }
        );
    }
}
