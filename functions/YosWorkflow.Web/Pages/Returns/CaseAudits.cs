using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>
/// Finds the audit that a page is about, for who may do there what the page is for. The staff list was read to know them, so that
/// it takes one query.
/// </summary>
public sealed class CaseAudits(ReadCaseAudit audits, CaseloadTable caseload, Site site, TimeProvider clock)
{
    /// <summary>What day it is for the service.</summary>
    internal DateOnly Today => site.Today(clock);

    /// <summary>The audit in a request's address, or the answer to who may not do this there.</summary>
    internal async Task<(CaseAudit? Audit, IResult? Refusal)> FindAsync(
        HttpRequest request,
        AuditDeed deed,
        CancellationToken cancellationToken
    )
    {
        var (round, refusal) = AuditAddress.Of(request);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var caseRef = AuditAddress.CaseRef(request);
        var audit = await audits.ExecuteAsync(
            round,
            caseRef,
            (request.SentBy() as Caller.Person)?.Member,
            request.Viewer(),
            await request.StaffAsync(caseload, cancellationToken),
            cancellationToken
        );
        var permit = audit?.PermitFor(deed) ?? AuditPermit.NothingThere;
        return AuditGate.Refusal(permit, round, caseRef) is { } notTheirs ? (null, notTheirs) : (audit, null);
    }

    /// <summary>The head of a return, with what the record says beside its questions: one point read.</summary>
    internal async Task<ReturnHead> HeadAsync(
        CaseAudit audit,
        bool isSecond,
        CancellationToken cancellationToken
    ) =>
        ReturnHead.Of(
            audit,
            await audits.ViewAsync(audit, isSecond, Today, cancellationToken),
            isSecond,
            site,
            Today
        );

    /// <summary>
    /// In whose name a return is filled in: the signed-in person's; empty, which means its reader's, at a developer's machine; null
    /// for a program, which has routes of its own.
    /// </summary>
    internal static string? FillsIn(HttpRequest request) =>
        request.SentBy() switch
        {
            Caller.Person person => person.Member.StaffId,
            Caller.Developer => "",
            _ => null,
        };

    /// <summary>In whose name something else is done: the signed-in person's; null if nobody is.</summary>
    internal static StaffMember? SignedIn(HttpRequest request) => (request.SentBy() as Caller.Person)?.Member;

    /// <summary>The answer where something is kept under a name, and nobody is signed in.</summary>
    internal static IResult NobodySignsIt() =>
        Problem.Result(
            ProblemKind.CannotBeDone,
            "It is kept under the name of who does it, and nobody is signed in. Sign in as somebody, and do it again."
        );
}
