using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>What came of starting a round.</summary>
public abstract record AuditStart
{
    private AuditStart() { }

    /// <summary>It is started, or was before.</summary>
    /// <param name="StatusUrl">Where its progress can be seen: an absolute or relative address for the Location header.</param>
    /// <param name="Notes">What whoever asked should know of it, a sentence each.</param>
    public sealed record Started(string StatusUrl, IReadOnlyList<string> Notes) : AuditStart;

    /// <summary>It can't be started.</summary>
    /// <param name="Refusal">Why not.</param>
    public sealed record Refused(AuditRefusal Refusal) : AuditStart;
}

/// <summary>
/// Starts rounds in the host's own way: the Functions app by an orchestration, the local host at once. A host may put one into
/// the request's features; otherwise it is taken from the services.
/// </summary>
public interface IAuditStarter
{
    /// <summary>Starts a round by drawing its sample, or finds it started: the same month twice is the same round.</summary>
    Task<AuditStart> StartAsync(
        SampleRequest sample,
        HttpRequest request,
        CancellationToken cancellationToken
    );
}
