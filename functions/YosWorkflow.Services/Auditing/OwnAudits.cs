using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Auditing;

/// <summary>What of a round is one person's: what they audit, and the audits of their cases. It says nothing of others'.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Title">What the programme is called.</param>
/// <param name="Month">The month, as <c>yyyy-MM</c>.</param>
/// <param name="State">Where the round is.</param>
/// <param name="ReturnsDueOn">By when returns are due.</param>
/// <param name="ClosesOn">Its last working day.</param>
/// <param name="ClosedOn">The day it was closed, or null.</param>
/// <param name="Cases">The cases, in ordinal order.</param>
public sealed record OwnAudits(
    string Programme,
    string Title,
    string Month,
    RoundState State,
    DateOnly ReturnsDueOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn,
    ImmutableArray<RoundCase> Cases
)
{
    internal static OwnAudits Of(AuditRound round, StaffMember person, IEnumerable<CaseStanding> own) =>
        new(
            round.Id.ProgrammeId,
            round.Programme.Title,
            IsoMonth.Format(round.Id.Month),
            round.State,
            round.Dates.ReturnsDueOn,
            round.Dates.ClosesOn,
            round.ClosedOn,
            [.. own.Select(item => CaseFor(person, round, item))]
        );

    private static RoundCase CaseFor(StaffMember person, AuditRound round, CaseStanding item) =>
        AuditPermits.IsYetToCheck(person, item)
            ? RoundCase.Of(round, item) with
            {
                ShareOfAll = null,
                ShareOfApplicable = null,
            }
            : RoundCase.Of(round, item);
}
