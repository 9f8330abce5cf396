using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>What of a round is somebody's.</summary>
/// <param name="Id">The round.</param>
/// <param name="Own">What is theirs.</param>
/// <param name="Cases">The cases.</param>
public sealed record OwnRoundModel(RoundId Id, OwnAudits Own, Table Cases)
{
    internal string Name => $"{Own.Title}, {AuditWording.Month(Id.Month)}";

    internal static OwnRoundModel Of(OwnAudits own, RoundId id, StaffMember person, Staff staff) =>
        new(
            id,
            own,
            new Table(
                "cases",
                "Your cases in this round",
                [
                    new("Case"),
                    new("Your part"),
                    new("Audited by"),
                    new("Return"),
                    Column.OfNumbers("Comments"),
                    Column.OfNumbers("Open actions"),
                ],
                [.. own.Cases.Select(one => RowOf(id, one, person, staff))]
            )
        );

    private static ImmutableArray<Cell> RowOf(RoundId id, RoundCase one, StaffMember person, Staff staff)
    {
        var isIn = one.State == Codes<ReturnState>.Of(ReturnState.Submitted);
        var (part, href) =
            one.AuditorId == person.StaffId ? ("You audit it", AuditAddresses.Case(id, one.CaseRef))
            : one.SecondReaderId == person.StaffId
                ? ("You check it", AuditAddresses.SecondCheck(id, one.CaseRef))
            : ("Yours, or your team’s", isIn ? AuditAddresses.Case(id, one.CaseRef) : null);
        return
        [
            new Cell(one.CaseRef) { Href = href },
            part,
            one.AuditorId is { } auditor ? staff.Find(auditor)?.Name ?? auditor : "Nobody",
            StateOf(one.State),
            Cell.OrDash(one.Comments),
            Cell.OrDash(one.OpenActions),
        ];
    }

    private static Cell StateOf(string state) =>
        Codes<ReturnState>.TryRead(state, out var known)
            ? AuditWording.Of(known)
            : AuditWording.Of((ReturnState?)null);
}
