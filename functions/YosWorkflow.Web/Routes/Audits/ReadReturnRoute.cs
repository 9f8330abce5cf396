using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>Shows a return with its questions and what the record says beside them. Its version is the entity tag.</summary>
public class ReadReturnRoute(AuditGate gate, ReadReturn returns, Site site, TimeProvider clock)
    : IRouteHandler
{
    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.ReadSecondCheck : AuditDeed.ReadReturn;
        var (round, refusal) = await gate.EnterAsync(request, deed, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var outcome = await returns.ExecuteAsync(
            round,
            AuditAddress.CaseRef(request),
            IsSecond,
            site.Today(clock),
            cancellationToken
        );
        return AuditAnswers.To(
            outcome,
            view =>
            {
                if (view.Version > 0)
                {
                    request.HttpContext.Response.Headers.ETag = AuditAnswers.ETagOf(view.Version);
                }

                return ApiJson.Result(view);
            }
        );
    }
}

/// <summary>Shows a second check, without what the first reader answered.</summary>
public sealed class ReadSecondCheckRoute(AuditGate gate, ReadReturn returns, Site site, TimeProvider clock)
    : ReadReturnRoute(gate, returns, site, clock)
{
    private protected override bool IsSecond => true;
}
