using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Keeps people to the audits that are theirs. A program may do what it names somebody for, as far as that person may: the use cases
/// look at that themselves.
/// </summary>
public sealed class AuditGate(AuditPermits permits)
{
    /// <summary>The round in a request's address; or the answer to an address that holds none, or to who may not do this there.</summary>
    internal async Task<(RoundId Round, IResult? Refusal)> EnterAsync(
        HttpRequest request,
        AuditDeed deed,
        CancellationToken cancellationToken
    )
    {
        var (round, refusal) = AuditAddress.Of(request);
        return (round, refusal ?? await RefusalAsync(request, round, deed, cancellationToken));
    }

    /// <summary>The answer to a person who may not do something in a case's audit; null if they may.</summary>
    internal async Task<IResult?> RefusalAsync(
        HttpRequest request,
        RoundId round,
        AuditDeed deed,
        CancellationToken cancellationToken
    )
    {
        if (request.SentBy() is not Caller.Person person)
        {
            return null;
        }

        var caseRef = AuditAddress.CaseRef(request);
        var permit = await permits.OfAsync(
            person.Member,
            person.Viewer,
            round,
            caseRef,
            deed,
            cancellationToken
        );
        return Refusal(permit, round, caseRef);
    }

    /// <summary>The answer to who has no permit; null to who has.</summary>
    internal static IResult? Refusal(AuditPermit permit, RoundId round, string caseRef) =>
        permit switch
        {
            AuditPermit.Given => null,
            AuditPermit.NotTheirs => Problem.Result(
                ProblemKind.NotYours,
                $"The audit of case {caseRef} in {round} is not yours to do this in."
            ),
            _ => Problem.NotFound($"Case {caseRef} is not in a sample of {round}."),
        };
}
