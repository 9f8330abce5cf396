using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Gives a case's audit to another auditor: <c>to</c>, their staff id; or <c>exchangeWith</c>, another case of the round, whose auditor
/// gets this one for it. With <c>reason</c>, and <c>by</c>, the lead's staff id. With <c>from</c>, the auditor who was read before,
/// nothing changes if it is another by now.
/// </summary>
public sealed class PassOnRoute(AuditGate gate, PassOnAudit passOn, Site site, TimeProvider clock)
    : IRouteHandler
{
    private const int LongestId = 100;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = await gate.EnterAsync(request, AuditDeed.PassOn, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (fields, unreadable) = await JsonBody.ReadAsync(
            request,
            ["by", "to", "exchangeWith", "reason", "from"],
            cancellationToken
        );
        if (fields is null)
        {
            return unreadable!;
        }

        var asked = Asked(request, round, fields);
        return fields.Errors.Count > 0
            ? fields.Refusal()
            : AuditAnswers.To(
                await passOn.ExecuteAsync(asked, site.Today(clock), cancellationToken),
                cases => ApiJson.Result(new PassedOnAnswer([.. cases.Select(PassedOnCase.Of)]))
            );
    }

    private static AskedHandOver Asked(HttpRequest request, RoundId round, RequestFields fields)
    {
        var by = request.ActsFor(fields, "by", LongestId);
        var to = fields.Text("to", LongestId);
        var with = fields.Text("exchangeWith", LongestId);
        if ((to is null) == (with is null))
        {
            fields.Refuse("to", "Name who is to audit the case, or the case to exchange auditors with.");
        }

        return new AskedHandOver(
            round,
            AuditAddress.CaseRef(request),
            by,
            to,
            with,
            fields.RequiredText("reason", PassOnAudit.LongestReason),
            fields.Text("from", LongestId)
        );
    }
}

/// <summary>The cases whose audit lies with another now.</summary>
/// <param name="Cases">The cases.</param>
internal sealed record PassedOnAnswer(IReadOnlyList<PassedOnCase> Cases);

/// <summary>A case whose audit lies with another now.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="AuditorId">With whom.</param>
/// <param name="AuditorBefore">With whom it lay before, first to last.</param>
/// <param name="Since">Since when, as <c>yyyy-MM-dd</c>.</param>
internal sealed record PassedOnCase(
    string CaseRef,
    string? AuditorId,
    IReadOnlyList<string> AuditorBefore,
    string Since
)
{
    public static PassedOnCase Of(SampledCase item) =>
        new(item.CaseRef, item.Audit.ReaderId, item.Audit.Before, IsoDate.Format(item.Audit.Since));
}
