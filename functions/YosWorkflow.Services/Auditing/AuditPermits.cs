using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Something that a person wants to see or do in a case's audit.</summary>
public enum AuditDeed
{
    /// <summary>Look at the return.</summary>
    ReadReturn,

    /// <summary>Look at the second check.</summary>
    ReadSecondCheck,

    /// <summary>Hand in the return, or a part of it.</summary>
    HandIn,

    /// <summary>Hand in the second check, or a part of it.</summary>
    HandInSecondCheck,

    /// <summary>Give the return back to its auditor.</summary>
    Reopen,

    /// <summary>Give the audit to somebody else.</summary>
    PassOn,

    /// <summary>Say something to the audit.</summary>
    Comment,

    /// <summary>Ask for something to be done.</summary>
    AddAction,

    /// <summary>Say that something is done.</summary>
    CompleteAction,
}

/// <summary>Whether a person may do it.</summary>
public enum AuditPermit
{
    /// <summary>They may.</summary>
    Given,

    /// <summary>They may not, but may know that it is there.</summary>
    NotTheirs,

    /// <summary>It is not there, or they may not know that it is.</summary>
    NothingThere,
}

/// <summary>
/// Decides who may see and do what in audits, for people who are signed in. An auditor sees what lies with them; a case's own people
/// see its return once it is in, so that they can answer it; who leads the audits and who answers for the service see all. Nobody
/// sees an answer because they look after the software.
/// </summary>
public sealed class AuditPermits(AuditTable audits, CaseloadTable caseload)
{
    /// <summary>Whether a person may do something in a case's audit.</summary>
    public async Task<AuditPermit> OfAsync(
        StaffMember person,
        Viewer viewer,
        RoundId id,
        string caseRef,
        AuditDeed deed,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is not { Cases: [{ Standing: var standing }] } read
        )
        {
            return AuditPermit.NothingThere;
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return Of(person, viewer, read.Round, standing, staff, deed);
    }

    /// <summary>Whether a person may do something in the audit of a case that is at hand.</summary>
    internal static AuditPermit Of(
        StaffMember person,
        Viewer viewer,
        AuditRound round,
        CaseStanding item,
        Staff staff,
        AuditDeed deed
    ) =>
        IsOfSecondCheck(deed) && item.Second is null ? AuditPermit.NothingThere
        : MayDo(deed, person, viewer, round, item, staff) ? AuditPermit.Given
        : MayKnow(deed, person, viewer, round, item, staff) ? AuditPermit.NotTheirs
        : AuditPermit.NothingThere;

    /// <summary>Whether somebody may say that an action is done: its owner, and who answers for the case or leads the audit.</summary>
    internal static bool MayComplete(
        StaffMember person,
        AuditRound round,
        CaseStanding item,
        Staff staff,
        AuditAction action
    ) => action.OwnerId == person.StaffId || IsResponsible(person, round, item, staff);

    /// <summary>Whether a case of a round is in the list that somebody sees of it.</summary>
    internal static bool IsListed(StaffMember person, Viewer viewer, CaseStanding item) =>
        IsReader(person, item.Case.Audit) || IsReader(person, item.Second) || IsOfTheirs(viewer, item);

    /// <summary>Whether somebody still has to read a case for the second time, and so must not know how the first found it.</summary>
    internal static bool IsYetToCheck(StaffMember person, CaseStanding item) =>
        IsReader(person, item.Second) && !item.SecondIsIn;

    private static bool MayDo(
        AuditDeed deed,
        StaffMember person,
        Viewer viewer,
        AuditRound round,
        CaseStanding item,
        Staff staff
    ) =>
        deed switch
        {
            AuditDeed.ReadReturn or AuditDeed.ReadSecondCheck => MayKnow(
                deed,
                person,
                viewer,
                round,
                item,
                staff
            ),
            AuditDeed.HandIn => IsReader(person, item.Case.Audit),
            AuditDeed.HandInSecondCheck => IsReader(person, item.Second),
            AuditDeed.Reopen or AuditDeed.PassOn => Leads(person, round, staff),
            AuditDeed.Comment => RoundPeople.WhyNotOfCase(staff, person.StaffId, item.Case) is null,
            AuditDeed.AddAction => IsReader(person, item.Case.Audit)
                || IsResponsible(person, round, item, staff),
            AuditDeed.CompleteAction => Owns(person, item) || IsResponsible(person, round, item, staff),
            _ => false,
        };

    // A second reader must not see what the first answered, or the two readings say nothing of each other.
    private static bool MayKnow(
        AuditDeed deed,
        StaffMember person,
        Viewer viewer,
        AuditRound round,
        CaseStanding item,
        Staff staff
    ) =>
        viewer.SeesEveryCase
        || Leads(person, round, staff)
        || (
            IsOfSecondCheck(deed)
                ? IsReader(person, item.Second)
                : IsReader(person, item.Case.Audit) || (item.IsIn && IsOfTheirs(viewer, item))
        );

    private static bool IsOfSecondCheck(AuditDeed deed) =>
        deed is AuditDeed.ReadSecondCheck or AuditDeed.HandInSecondCheck;

    private static bool IsReader(StaffMember person, Assignment? reading) =>
        reading is not null && reading.ReaderId == person.StaffId;

    private static bool Leads(StaffMember person, AuditRound round, Staff staff) =>
        RoundPeople.WhyNotLead(staff, person.StaffId, round.Programme) is null;

    private static bool IsResponsible(StaffMember person, AuditRound round, CaseStanding item, Staff staff) =>
        item.Case.PracticeSupervisorId == person.StaffId || Leads(person, round, staff);

    private static bool Owns(StaffMember person, CaseStanding item) =>
        item.Actions.Any(action => action.OwnerId == person.StaffId);

    private static bool IsOfTheirs(Viewer viewer, CaseStanding item) => viewer.Sees(item.Case.AsDrawn());
}
