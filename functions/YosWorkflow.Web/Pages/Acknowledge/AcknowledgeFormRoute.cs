using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Acknowledge;

/// <summary>
/// Takes the form by which something overdue is acknowledged, in the name of who is signed in. What is wrong with it is shown on the
/// form again, with what was typed.
/// </summary>
public sealed class AcknowledgeFormRoute(AcknowledgeObligation acknowledge, Site site, TimeProvider clock)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await FormBody.ReadAsync(request, AcknowledgeForm.Fields, cancellationToken);
        if (fields is null)
        {
            return refusal!;
        }

        var today = site.Today(clock);
        var form = AcknowledgeForm.Read(fields, today);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        return form.Errors.IsEmpty
            ? await KeepAsync(request, form, today, cancellationToken)
            : await AgainAsync(request, form, today, cancellationToken);
    }

    private async Task<IResult> KeepAsync(
        HttpRequest request,
        AcknowledgeForm form,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (caseRef, ruleId) = AcknowledgePages.DutyOf(request);
        var outcome = await acknowledge.ExecuteAsync(
            request.Viewer(),
            caseRef,
            ruleId,
            request.SentBy() is Caller.Person person ? person.Member.StaffId : "",
            form.Reason,
            form.Until,
            today,
            cancellationToken
        );
        return outcome is AcknowledgeOutcome.Kept
            ? new SeeOther(Addresses.Acknowledge(caseRef, ruleId, kept: true))
            : AcknowledgePages.Refusal(outcome);
    }

    private async Task<IResult> AgainAsync(
        HttpRequest request,
        AcknowledgeForm form,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (caseRef, ruleId) = AcknowledgePages.DutyOf(request);
        var found = await acknowledge.FindAsync(request.Viewer(), caseRef, ruleId, today, cancellationToken);
        return found is AcknowledgeOutcome.Possible possible
            ? await AcknowledgePages.RenderAsync(
                request,
                possible,
                form,
                acknowledge,
                site,
                cancellationToken
            )
            : AcknowledgePages.Refusal(found);
    }
}
