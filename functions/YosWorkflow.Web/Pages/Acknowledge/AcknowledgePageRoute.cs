using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Acknowledge;

/// <summary>Shows something overdue and the form to acknowledge it; after that, what was kept (<c>kept</c>).</summary>
public sealed class AcknowledgePageRoute(AcknowledgeObligation acknowledge, Site site, TimeProvider clock)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (caseRef, ruleId) = AcknowledgePages.DutyOf(request);
        var found = await acknowledge.FindAsync(
            request.Viewer(),
            caseRef,
            ruleId,
            site.Today(clock),
            cancellationToken
        );
        return found is AcknowledgeOutcome.Possible possible
            ? await AcknowledgePages.RenderAsync(
                request,
                possible,
                new AcknowledgeForm(),
                acknowledge,
                site,
                cancellationToken
            )
            : AcknowledgePages.Refusal(found);
    }
}
