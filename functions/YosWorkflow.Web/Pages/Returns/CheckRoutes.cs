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

/// <summary>Shows a return's answers and scores to its reader before it goes in, and what is still missing.</summary>
public class CheckReturnRoute(CaseAudits audits) : IRouteHandler
{
    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn;
        var (audit, refusal) = await audits.FindAsync(request, deed, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        if (!ReturnPages.MayFillIn(request, audit, IsSecond))
        {
            return new SeeOther(ReturnHead.AddressOf(audit, IsSecond).Return);
        }

        var head = await audits.HeadAsync(audit, IsSecond, cancellationToken);
        return await Page.RenderAsync<CheckPage>(
            request,
            CheckModel.Of(audit, head, wasSent: false, stale: null)
        );
    }
}

/// <summary>Shows a second check's answers before it goes in.</summary>
public sealed class CheckSecondRoute(CaseAudits audits) : CheckReturnRoute(audits)
{
    private protected override bool IsSecond => true;
}

/// <summary>
/// Takes a return in, as its reader has looked at it: in the <c>version</c> that they saw. What is missing is summed up, each with a
/// link to where it is to be typed.
/// </summary>
public class SubmitReturnRoute(CaseAudits audits, SaveReturn returns) : IRouteHandler
{
    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn;
        var (audit, refusal) = await audits.FindAsync(request, deed, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var (fields, unreadable) = await FormBody.ReadAsync(
            request,
            [SectionForm.VersionField],
            cancellationToken
        );
        if (fields is null)
        {
            return unreadable!;
        }

        var version = fields.Number(SectionForm.VersionField, 0, 0, int.MaxValue);
        return fields.Errors.Count > 0 ? fields.Refusal()
            : CaseAudits.FillsIn(request) is { } by
                ? await SubmitAsync(request, audit, by, version, cancellationToken)
            : CaseAudits.NobodySignsIt();
    }

    private async Task<IResult> SubmitAsync(
        HttpRequest request,
        CaseAudit audit,
        string by,
        int version,
        CancellationToken cancellationToken
    )
    {
        var (round, caseRef) = (audit.Round.Id, audit.CaseRef);
        var outcome = await returns.ExecuteAsync(
            new HandedIn(round, caseRef, IsSecond, by, [], version, Submit: true),
            audits.Today,
            cancellationToken
        );
        await RoundWatches.ReturnIsKeptAsync(request, round, outcome, cancellationToken);
        return outcome switch
        {
            AuditOutcome<AuditReturn>.Refused { Refusal.Fault: AuditFault.Invalid } => await AgainAsync(
                request,
                audit,
                stale: null,
                cancellationToken
            ),
            AuditOutcome<AuditReturn>.Refused { Refusal: { Now.IsIn: false } } when !audit.IsClosed =>
                await AgainAsync(
                    request,
                    audit,
                    "The return was changed since you opened this page. Look at the answers as they are now, and hand it in then.",
                    cancellationToken
                ),
            _ => AuditAnswers.To(
                outcome,
                _ => new SeeOther(ReturnHead.AddressOf(audit, IsSecond).Done("submitted"))
            ),
        };
    }

    // Read anew: it may have changed since the request began.
    private async Task<IResult> AgainAsync(
        HttpRequest request,
        CaseAudit before,
        string? stale,
        CancellationToken cancellationToken
    )
    {
        var deed = IsSecond ? AuditDeed.ReadSecondCheck : AuditDeed.ReadReturn;
        var audit = (await audits.FindAsync(request, deed, cancellationToken)).Audit ?? before;
        var head = await audits.HeadAsync(audit, IsSecond, cancellationToken);
        return await Page.RenderAsync<CheckPage>(
            request,
            CheckModel.Of(audit, head, wasSent: stale is null, stale),
            stale is null ? ProblemKind.InvalidFields.Status : ProblemKind.Conflict.Status
        );
    }
}

/// <summary>Takes a second check in.</summary>
public sealed class SubmitSecondRoute(CaseAudits audits, SaveReturn returns)
    : SubmitReturnRoute(audits, returns)
{
    private protected override bool IsSecond => true;
}
