using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Is told when a return came in or was given back, by a host in which somebody waits for that: it puts one into the request's
/// features. The return is kept by then, so an implementation neither throws nor takes long; what it loses is found in the tables
/// at the next look.
/// </summary>
public interface IRoundWatch
{
    /// <summary>A return, or a second check, came in.</summary>
    Task ReturnCameInAsync(RoundId round, string caseRef, CancellationToken cancellationToken);

    /// <summary>A return was given back to its auditor.</summary>
    Task ReturnReopenedAsync(RoundId round, string caseRef, CancellationToken cancellationToken);
}

/// <summary>Tells a request's <see cref="IRoundWatch"/>, if it has one.</summary>
internal static class RoundWatches
{
    /// <summary>Tells of a return that was kept, if it is in now.</summary>
    public static Task ReturnIsKeptAsync(
        HttpRequest request,
        RoundId round,
        AuditOutcome<AuditReturn> outcome,
        CancellationToken cancellationToken
    ) =>
        outcome is AuditOutcome<AuditReturn>.Done { Value.IsIn: true } && Of(request) is { } watch
            ? watch.ReturnCameInAsync(round, AuditAddress.CaseRef(request), cancellationToken)
            : Task.CompletedTask;

    /// <summary>Tells of a return that was given back, if it was.</summary>
    public static Task ReturnIsReopenedAsync(
        HttpRequest request,
        RoundId round,
        AuditOutcome<AuditReturn> outcome,
        CancellationToken cancellationToken
    ) =>
        outcome is AuditOutcome<AuditReturn>.Done && Of(request) is { } watch
            ? watch.ReturnReopenedAsync(round, AuditAddress.CaseRef(request), cancellationToken)
            : Task.CompletedTask;

    private static IRoundWatch? Of(HttpRequest request) => request.HttpContext.Features.Get<IRoundWatch>();
}
