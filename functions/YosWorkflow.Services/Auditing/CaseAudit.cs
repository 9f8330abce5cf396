using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>The audit of one case as somebody found it: read once, and asked what they may see and do in it.</summary>
/// <param name="Round">Its round.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Staff">The staff list by which it was looked at.</param>
public sealed record CaseAudit(AuditRound Round, CaseStanding Standing, Staff Staff)
{
    /// <summary>Who looks at it; null: somebody who may do everything, such as a program that the service trusts.</summary>
    internal (StaffMember Member, Viewer Sees)? Person { get; init; }

    /// <summary>The case.</summary>
    public string CaseRef => Standing.Case.CaseRef;

    /// <summary>Whether its round is over, so that no return is changed any more.</summary>
    public bool IsClosed => Round.State == RoundState.Closed;

    /// <summary>The return, or the second check's; null if nothing of it is saved.</summary>
    public AuditReturn? Held(bool isSecond) => isSecond ? Standing.SecondReturn : Standing.Return;

    /// <summary>With whom the reading lies, or the second one.</summary>
    public string? ReaderId(bool isSecond) => (isSecond ? Standing.Second : Standing.Case.Audit)?.ReaderId;

    /// <summary>Whether a reading takes answers at present.</summary>
    public bool IsOpen(bool isSecond) =>
        !IsClosed && ReaderId(isSecond) is not null && Held(isSecond) is not { IsIn: true };

    /// <summary>Whether they may do something in it.</summary>
    public AuditPermit PermitFor(AuditDeed deed) =>
        Person is { } person ? AuditPermits.Of(person.Member, person.Sees, Round, Standing, Staff, deed)
        : deed is AuditDeed.ReadSecondCheck or AuditDeed.HandInSecondCheck && Standing.Second is null
            ? AuditPermit.NothingThere
        : AuditPermit.Given;

    /// <summary>Whether they may do something in it.</summary>
    public bool May(AuditDeed deed) => PermitFor(deed) == AuditPermit.Given;

    /// <summary>Whether they may say that one of its actions is done.</summary>
    public bool MayComplete(AuditAction action) =>
        Person is not { } person || AuditPermits.MayComplete(person.Member, Round, Standing, Staff, action);
}

/// <summary>Reads the audit of a case for who is to see or do something in it: one query beside the staff list.</summary>
public sealed class ReadCaseAudit(AuditTable audits, ReadReturn returns)
{
    /// <summary>Reads it; null if the case is in no sample of the round.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="person">Who looks at it; null: somebody who may do everything.</param>
    /// <param name="viewer">What else is theirs.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<CaseAudit?> ExecuteAsync(
        RoundId id,
        string caseRef,
        StaffMember? person,
        Viewer viewer,
        Staff staff,
        CancellationToken cancellationToken
    ) =>
        await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is { Cases: [{ Standing: var standing }] } read
            ? new CaseAudit(read.Round, standing, staff) { Person = person is null ? null : (person, viewer) }
            : null;

    /// <summary>
    /// Its return with the questions and what the record says beside them: one point read more. A second check has to have been
    /// asked for.
    /// </summary>
    public Task<ReturnView> ViewAsync(
        CaseAudit audit,
        bool isSecond,
        DateOnly today,
        CancellationToken cancellationToken
    ) => returns.ViewAsync(audit.Round, audit.Standing, isSecond, audit.Staff, today, cancellationToken);
}
