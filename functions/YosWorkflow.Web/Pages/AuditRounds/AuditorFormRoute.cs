using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>
/// Takes the form by which a case is given to another auditor, in the name of who is signed in. What is wrong with it is shown on the
/// form again, with what was filled in.
/// </summary>
public sealed class AuditorFormRoute(
    AuditorPages pages,
    AuditGate gate,
    PassOnAudit passOn,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = AuditAddress.Of(request);
        refusal ??= await gate.RefusalAsync(request, round, AuditDeed.PassOn, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (request.SentBy() is not Caller.Person person)
        {
            return Problem.Result(
                ProblemKind.NotYours,
                "Sign in as whoever leads the audit: it is kept who gave the case to somebody else."
            );
        }

        var (fields, unreadable) = await FormBody.ReadAsync(request, AuditorForm.Fields, cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var form = AuditorForm.Read(fields);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        return form.Errors.IsEmpty
            ? await KeepAsync(request, round, person.Member.StaffId, form, cancellationToken)
            : await pages.RenderAsync(request, form, cancellationToken);
    }

    private async Task<IResult> KeepAsync(
        HttpRequest request,
        RoundId round,
        string byId,
        AuditorForm form,
        CancellationToken cancellationToken
    )
    {
        var caseRef = AuditAddress.CaseRef(request);
        var outcome = await passOn.ExecuteAsync(
            new AskedHandOver(round, caseRef, byId, form.ToId, form.WithCaseRef, form.Reason, form.From),
            site.Today(clock),
            cancellationToken
        );
        return outcome is AuditOutcome<ImmutableArray<SampledCase>>.Refused { Refusal: var against }
            ? AuditAnswers.To(against)
            : new SeeOther(AuditAddresses.Auditor(round, caseRef, kept: true));
    }
}
