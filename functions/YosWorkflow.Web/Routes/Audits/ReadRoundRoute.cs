using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Says how a round stands: its draw, seed and frame, who audits what, and how far it is. A person who does not answer for the whole
/// service sees the cases that are theirs, and no totals.
/// </summary>
public sealed class ReadRoundRoute(ReadRound rounds) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = AuditAddress.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        object? report =
            request.SentBy() is Caller.Person person && !person.Viewer.SeesEveryCase
                ? await rounds.ExecuteAsync(round, person.Member, person.Viewer, cancellationToken)
                : await rounds.ExecuteAsync(round, cancellationToken);
        return report is null ? AuditAddress.NeverDrawn(round) : ApiJson.Result(report);
    }
}

/// <summary>Publishes a round's sample with its frame, so that anyone can draw it again.</summary>
public sealed class ReadSampleRoute(ReadRound rounds) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = AuditAddress.Of(request);
        return refusal
            ?? (
                await rounds.PublishAsync(round, cancellationToken) is { } sample
                    ? ApiJson.Result(sample)
                    : AuditAddress.NeverDrawn(round)
            );
    }
}

/// <summary>Says what a round found.</summary>
public sealed class ReadFindingsRoute(ReadFindings findings, Site site, TimeProvider clock) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = AuditAddress.Of(request);
        return refusal
            ?? (
                await findings.ExecuteAsync(round, site.Today(clock), cancellationToken) is { } report
                    ? ApiJson.Result(report)
                    : AuditAddress.NeverDrawn(round)
            );
    }
}
