using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Keeps a part of a return, or submits it: <c>answers</c> by question, each with <c>answer</c> and <c>seen</c>; <c>submit</c>; and
/// <c>by</c>, the auditor's staff id. Once something is kept, <c>If-Match</c> names the version that was read; if that is not the
/// present one, the answer is 409 with what was changed, and nothing is kept.
/// </summary>
public class SaveReturnRoute(AuditGate gate, SaveReturn returns, Site site, TimeProvider clock)
    : IRouteHandler
{
    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn;
        var (round, refusal) = await gate.EnterAsync(request, deed, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (body, unreadable) = await ReturnBody.ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return unreadable!;
        }

        if (!TryVersion(request, out var basedOn))
        {
            return Problem.Result(
                ProblemKind.InvalidFields,
                "If-Match is not the version of a return, such as \"3\".",
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["If-Match"] = ["Send the entity tag of the return as it was read."],
                }
            );
        }

        var outcome = await returns.ExecuteAsync(
            new HandedIn(
                round,
                AuditAddress.CaseRef(request),
                IsSecond,
                body.By,
                body.Answers,
                basedOn,
                body.Submit
            ),
            site.Today(clock),
            cancellationToken
        );
        await RoundWatches.ReturnIsKeptAsync(request, round, outcome, cancellationToken);
        return AuditAnswers.To(
            outcome,
            kept =>
            {
                request.HttpContext.Response.Headers.ETag = AuditAnswers.ETagOf(kept.Version);
                return ApiJson.Result(KeptReturn.Of(AuditAddress.CaseRef(request), kept));
            }
        );
    }

    private static bool TryVersion(HttpRequest request, out int? version)
    {
        version = null;
        var text = request.Headers.IfMatch.ToString().Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var tag = text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
        if (!int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            return false;
        }

        version = read;
        return true;
    }
}

/// <summary>Keeps a part of a second check, or submits it.</summary>
public sealed class SaveSecondCheckRoute(AuditGate gate, SaveReturn returns, Site site, TimeProvider clock)
    : SaveReturnRoute(gate, returns, site, clock)
{
    private protected override bool IsSecond => true;
}

/// <summary>A return as it was kept.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="State">Where it is.</param>
/// <param name="Version">Its version, which is its entity tag too.</param>
/// <param name="Answered">How many questions are answered.</param>
/// <param name="SavedAt">When it was last changed.</param>
/// <param name="SubmittedOn">The day it was submitted, or null.</param>
internal sealed record KeptReturn(
    string CaseRef,
    ReturnState State,
    int Version,
    int Answered,
    DateTimeOffset SavedAt,
    DateOnly? SubmittedOn
)
{
    public static KeptReturn Of(string caseRef, AuditReturn kept) =>
        new(caseRef, kept.State, kept.Version, kept.Answered, kept.SavedAt, kept.SubmittedOn);
}
