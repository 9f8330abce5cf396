using System.Globalization;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Derives what is open on a case of a round as of a day.</summary>
/// <param name="round">The round.</param>
/// <param name="leadId">Who leads it, or who is told in their place.</param>
/// <param name="calendar">Working days.</param>
public sealed class AuditDuties(AuditRound round, string leadId, WorkingDayCalendar calendar)
{
    private const string SecondCheckPart = "second-check";

    /// <summary>What is open on a case.</summary>
    public IEnumerable<AuditDuty> Of(CaseStanding item, DateOnly day) =>
        (round.State == RoundState.Closed ? OfClosed(item) : OfOpen(item))
            .Concat(Comments(item, day))
            .Concat(item.Actions.Where(action => action.IsOpen).Select(action => Action(item, action)));

    private IEnumerable<AuditDuty> OfOpen(CaseStanding item)
    {
        if (!item.IsIn)
        {
            return item.Case.Audit.ReaderId is null
                ? [Unallocated(item, item.Case.Audit, part: null, round.Dates.ReturnsDueOn)]
                : [Return(item), Drawn(item), .. PassedOn(item)];
        }

        if (item.Second is not { } second || item.SecondIsIn)
        {
            return [];
        }

        var due = FollowUp(second.Since);
        return second.ReaderId is { } reader
            ?
            [
                New(
                    item,
                    AuditDutyKind.SecondCheck,
                    second.Since,
                    due,
                    reader,
                    PartOfTurn(second.Before.Length)
                ),
            ]
            : [Unallocated(item, second, SecondCheckPart, due)];
    }

    private IEnumerable<AuditDuty> OfClosed(CaseStanding item) =>
        round
            .Missing.Where(missing => missing.CaseRef == item.Case.CaseRef)
            .Select(missing =>
                New(
                    item,
                    AuditDutyKind.Missing,
                    round.ClosedOn!.Value,
                    round.Dates.ClosesOn,
                    leadId,
                    missing.Kind == MissingKind.SecondCheck ? SecondCheckPart : null
                )
            );

    // Whoever gets the audit later, or gets it back, has the follow-up limit, but never less time than the others.
    private AuditDuty Return(CaseStanding item)
    {
        var since = item.Case.Audit.Since;
        var began = item.Return?.Reopenings is [.., var last] && last.On > since ? last.On : since;
        var due = began > round.Dates.DrawnOn ? FollowUp(began) : round.Dates.ReturnsDueOn;
        return New(
            item,
            AuditDutyKind.Return,
            began,
            due > round.Dates.ReturnsDueOn ? due : round.Dates.ReturnsDueOn,
            item.Case.Audit.ReaderId!,
            PartOfTurn(item.Case.Audit.Before.Length + (item.Return?.Reopenings.Length ?? 0))
        );
    }

    // Who gets it on the day on which another was told of it has to be told too.
    private static string? PartOfTurn(int turnsBefore) =>
        turnsBefore == 0 ? null : (turnsBefore + 1).ToString(CultureInfo.InvariantCulture);

    private AuditDuty Drawn(CaseStanding item) =>
        New(
            item,
            AuditDutyKind.Drawn,
            round.Dates.DrawnOn,
            round.Dates.ReturnsDueOn,
            item.Case.CaseManagerId
        );

    // Only the latest is told of, and not to whoever has got it back since.
    private IEnumerable<AuditDuty> PassedOn(CaseStanding item) =>
        item.Case.Audit is { HandOvers: [.., { FromId: { } from } last] handed, ReaderId: var reader }
        && from != reader
            ? [New(item, AuditDutyKind.PassedOn, last.On, last.On, from, PartOfTurn(handed.Length - 1))]
            : [];

    private AuditDuty Unallocated(CaseStanding item, Assignment nobody, string? part, DateOnly due) =>
        New(item, AuditDutyKind.Unallocated, nobody.Since, due, leadId, part);

    private IEnumerable<AuditDuty> Comments(CaseStanding item, DateOnly day)
    {
        if (item.Return is not { SubmittedOn: { } submitted } || !item.Comments.IsEmpty)
        {
            return [];
        }

        var due = round.Programme.FollowUpLimit.DueFrom(submitted, calendar);
        return day > due ? [] : [New(item, AuditDutyKind.Comment, submitted, due, item.Case.CaseManagerId)];
    }

    private AuditDuty Action(CaseStanding item, AuditAction action) =>
        New(item, AuditDutyKind.Action, action.AddedOn, action.DueOn, action.OwnerId, action.ActionId);

    private DateOnly FollowUp(DateOnly began) => round.Dates.FollowUpDueOn(round.Programme, began, calendar);

    private AuditDuty New(
        CaseStanding item,
        AuditDutyKind kind,
        DateOnly began,
        DateOnly due,
        string ownerId,
        string? part = null
    ) =>
        new(
            new AuditRuleId(kind, round.Id, part),
            item.Case.CaseRef,
            began,
            due,
            ownerId,
            item.Case.PracticeSupervisorId
        );
}
