using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>
/// Shows an action to who may say that it is done. Who owns one need not be of the case, so that nothing of the return is shown.
/// </summary>
public sealed class CompletionPageRoute(CaseAudits audits) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.CompleteAction, cancellationToken);
        return audit is null ? refusal!
            : ActionIn(request, audit) is { } action
                ? await RenderAsync(request, audits, audit, action, CommentForm.Empty)
            : NoAction();
    }

    internal static AuditAction? ActionIn(HttpRequest request, CaseAudit audit)
    {
        var asked = (string)request.RouteValues["actionId"]!;
        return audit.Standing.Actions.FirstOrDefault(one => one.ActionId == asked && audit.MayComplete(one));
    }

    internal static IResult NoAction() => Problem.NotFound("There is no such action, or it is not yours.");

    internal static Task<IResult> RenderAsync(
        HttpRequest request,
        CaseAudits audits,
        CaseAudit audit,
        AuditAction action,
        CommentForm note
    )
    {
        var address = ReturnHead.AddressOf(audit, isSecond: false);
        return Page.RenderAsync<CompletionPage>(
            request,
            new CompletionModel
            {
                Address = address,
                Round = ReturnHead.RoundOf(audit),
                Action = action,
                OwnerName = ReturnHead.NameOf(audit, action.OwnerId),
                AddedByName = ReturnHead.NameOf(audit, action.AddedById),
                DoneByName = ReturnHead.NameOf(audit, action.DoneById),
                IsLate = action.DueOn < audits.Today,
                SeesReturn = audit.May(AuditDeed.ReadReturn),
                JustDone = !action.IsOpen && request.Query[CaseAuditAddress.DoneField] == "completed",
                Note = note,
            },
            note.Error is null ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }
}

/// <summary>Keeps that an action is done, with a <c>note</c> of what was done.</summary>
public sealed class CompletionFormRoute(CaseAudits audits, AuditActions actions) : IRouteHandler
{
    internal const string Field = "note";
    internal const int Longest = CompleteActionRoute.LongestNote;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.CompleteAction, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        if (CompletionPageRoute.ActionIn(request, audit) is not { } action)
        {
            return CompletionPageRoute.NoAction();
        }

        var (fields, unreadable) = await FormBody.ReadAsync(request, [Field], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var note = CommentForm.Read(fields, Field, "what was done", Longest);
        return fields.Errors.Count > 0 ? fields.Refusal()
            : CaseAudits.SignedIn(request) is not { } person ? CaseAudits.NobodySignsIt()
            : note.Error is null
                ? await KeepAsync(audit, action, person.StaffId, note.Text, cancellationToken)
            : await CompletionPageRoute.RenderAsync(request, audits, audit, action, note);
    }

    private async Task<IResult> KeepAsync(
        CaseAudit audit,
        AuditAction action,
        string by,
        string note,
        CancellationToken cancellationToken
    ) =>
        AuditAnswers.To(
            await actions.CompleteAsync(
                audit.Round.Id,
                audit.CaseRef,
                action.ActionId,
                by,
                note,
                audits.Today,
                cancellationToken
            ),
            _ => new SeeOther(
                ReturnHead.AddressOf(audit, isSecond: false).Completion(action.ActionId, done: true)
            )
        );
}

/// <summary>An action, and the form by which it is said to be done.</summary>
public sealed record CompletionModel
{
    /// <summary>Where the audit's pages are.</summary>
    public required CaseAuditAddress Address { get; init; }

    /// <summary>The round in words.</summary>
    public required string Round { get; init; }

    /// <summary>The action.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>Who is to do it, in words.</summary>
    public required string OwnerName { get; init; }

    /// <summary>Who asked for it, in words.</summary>
    public required string AddedByName { get; init; }

    /// <summary>Who said that it is done, in words.</summary>
    public required string DoneByName { get; init; }

    /// <summary>Whether the day has passed on which it was due.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether they may see the return it arose from.</summary>
    public bool SeesReturn { get; init; }

    /// <summary>Whether they have just said that it is done.</summary>
    public bool JustDone { get; init; }

    /// <summary>What was done, as it was typed.</summary>
    public required CommentForm Note { get; init; }
}
