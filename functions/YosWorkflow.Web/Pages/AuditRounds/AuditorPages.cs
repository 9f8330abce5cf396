using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>What the two routes of a case's auditor have in common.</summary>
public sealed class AuditorPages(PassOnAudit passOn, AuditGate gate)
{
    private const string NotSignedIn =
        "Sign in as whoever leads the audit to give the case to somebody else: it is kept who did.";

    private const string NotLead =
        "Whoever leads the audit, or the head of service, can give the case to somebody else.";

    /// <summary>Shows the page.</summary>
    internal async Task<IResult> RenderAsync(
        HttpRequest request,
        AuditorForm form,
        CancellationToken cancellationToken
    )
    {
        var (round, refusal) = AuditAddress.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var caseRef = AuditAddress.CaseRef(request);
        if (await passOn.FindAsync(round, caseRef, cancellationToken) is not { } found)
        {
            return Problem.NotFound($"Case {caseRef} is not in a sample of {round}.");
        }

        var whyFixed =
            request.SentBy() is not Caller.Person ? NotSignedIn
            : await gate.RefusalAsync(request, round, AuditDeed.PassOn, cancellationToken) is not null
                ? NotLead
            : null;
        var model = AuditorModel.Of(found, form, whyFixed) with
        {
            JustKept = form.Errors.IsEmpty && request.Query["kept"] == "yes",
        };
        return request.Query[CsvFile.Field] is [{ Length: > 0 } csv]
            ? CsvFile.Of(csv, $"{AuditAddresses.FileName(round)}-{caseRef}", model.Tables)
            : await Page.RenderAsync<AuditorPage>(
                request,
                model,
                form.Errors.IsEmpty ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
            );
    }
}
