using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>Shows the form by which an action is asked for, because of a <c>question</c> if it says so.</summary>
public sealed class ActionPageRoute(CaseAudits audits) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.AddAction, cancellationToken);
        return audit is null
            ? refusal!
            : await RenderAsync(
                request,
                audits,
                audit,
                new ActionForm
                {
                    QuestionId = request.Query[CaseAuditAddress.QuestionField],
                    OwnerId = audit.Standing.Case.CaseManagerId,
                },
                cancellationToken
            );
    }

    internal static async Task<IResult> RenderAsync(
        HttpRequest request,
        CaseAudits audits,
        CaseAudit audit,
        ActionForm form,
        CancellationToken cancellationToken
    )
    {
        if (!audit.Standing.IsIn)
        {
            return Problem.Result(
                ProblemKind.Conflict,
                $"The audit of case {audit.CaseRef} is not in, so nothing arises from it yet."
            );
        }

        var head = await audits.HeadAsync(audit, isSecond: false, cancellationToken);
        return await Page.RenderAsync<ActionPage>(
            request,
            new ActionModel(
                head,
                form,
                [.. audit.Staff.ByName().Where(person => person.Active)],
                audit.Standing.Case.CaseManagerId
            ),
            form.Errors.IsEmpty ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }
}

/// <summary>Keeps an action that arises from an audit, in the name of who is signed in.</summary>
public sealed class ActionFormRoute(CaseAudits audits, AuditActions actions) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.AddAction, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var (fields, unreadable) = await FormBody.ReadAsync(request, ActionForm.Fields, cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var form = ActionForm.Read(fields, audit, audits.Today);
        return fields.Errors.Count > 0 ? fields.Refusal()
            : CaseAudits.SignedIn(request) is not { } person ? CaseAudits.NobodySignsIt()
            : form.Errors.IsEmpty ? await KeepAsync(audit, person, form, cancellationToken)
            : await ActionPageRoute.RenderAsync(request, audits, audit, form, cancellationToken);
    }

    private async Task<IResult> KeepAsync(
        CaseAudit audit,
        StaffMember person,
        ActionForm form,
        CancellationToken cancellationToken
    ) =>
        AuditAnswers.To(
            await actions.AddAsync(
                audit.Round.Id,
                audit.CaseRef,
                new AskedAction(person.StaffId, form.QuestionId, form.Text, form.OwnerId, form.DueOn),
                audits.Today,
                cancellationToken
            ),
            _ => new SeeOther(ReturnHead.AddressOf(audit, isSecond: false).Done("action") + "#actions")
        );
}

/// <summary>An action that is to be asked for.</summary>
/// <param name="Head">The return.</param>
/// <param name="Form">What was typed.</param>
/// <param name="People">Who may be asked, by name.</param>
/// <param name="CaseManagerId">The case manager.</param>
public sealed record ActionModel(
    ReturnHead Head,
    ActionForm Form,
    ImmutableArray<StaffMember> People,
    string CaseManagerId
);
