using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Adds something that is to be done because of an audit: <c>text</c>, <c>owner</c> and <c>dueOn</c>, the <c>question</c> it arises
/// from if there is one, and <c>by</c>, the staff id of who asks for it.
/// </summary>
public sealed class AddActionRoute(AuditGate gate, AuditActions actions, Site site, TimeProvider clock)
    : IRouteHandler
{
    private const int LongestId = 100;
    internal const int LongestText = 1_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = await gate.EnterAsync(request, AuditDeed.AddAction, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (fields, unreadable) = await JsonBody.ReadAsync(
            request,
            ["by", "text", "owner", "dueOn", "question"],
            cancellationToken
        );
        if (fields is null)
        {
            return unreadable!;
        }

        var asked = new AskedAction(
            request.ActsFor(fields, "by", LongestId),
            fields.Text("question", LongestId),
            fields.RequiredText("text", LongestText),
            fields.RequiredText("owner", LongestId),
            fields.RequiredDate("dueOn")
        );
        return fields.Errors.Count > 0
            ? fields.Refusal()
            : AuditAnswers.To(
                await actions.AddAsync(
                    round,
                    AuditAddress.CaseRef(request),
                    asked,
                    site.Today(clock),
                    cancellationToken
                ),
                action => ApiJson.Result(action, StatusCodes.Status201Created)
            );
    }
}

/// <summary>Says that an action is done: <c>by</c>, the staff id of who says so, and <c>note</c>, what was done.</summary>
public sealed class CompleteActionRoute(AuditGate gate, AuditActions actions, Site site, TimeProvider clock)
    : IRouteHandler
{
    private const int LongestId = 100;
    internal const int LongestNote = 1_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = await gate.EnterAsync(request, AuditDeed.CompleteAction, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (fields, unreadable) = await JsonBody.ReadAsync(request, ["by", "note"], cancellationToken);
        if (fields is null)
        {
            return unreadable!;
        }

        var by = request.ActsFor(fields, "by", LongestId);
        var note = fields.RequiredText("note", LongestNote);
        return fields.Errors.Count > 0
            ? fields.Refusal()
            : AuditAnswers.To(
                await actions.CompleteAsync(
                    round,
                    AuditAddress.CaseRef(request),
                    (string)request.RouteValues["actionId"]!,
                    by,
                    note,
                    site.Today(clock),
                    cancellationToken
                ),
                action => ApiJson.Result(action)
            );
    }
}
