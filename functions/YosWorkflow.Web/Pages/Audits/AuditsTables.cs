using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>The tables of the page of all audits.</summary>
internal sealed class AuditsTables(AuditsOnDay audits, Staff staff, WorkingDayCalendar calendar)
{
    private static readonly AuditDutyKind[] ToDo =
    [
        AuditDutyKind.Return,
        AuditDutyKind.SecondCheck,
        AuditDutyKind.Comment,
        AuditDutyKind.Action,
        AuditDutyKind.Unallocated,
    ];

    /// <summary>What somebody has to do, soonest due first.</summary>
    public static ImmutableArray<OpenAuditDuty> OwnOf(AuditsOnDay audits, StaffMember person) =>
        [
            .. audits.Open.Where(open =>
                open.Duty.OwnerId == person.StaffId && ToDo.Contains(open.Duty.Rule.Kind)
            ),
        ];

    /// <summary>What somebody has to do.</summary>
    public Table Own(ImmutableArray<OpenAuditDuty> own) =>
        new(
            "own",
            "What is yours to do in audits",
            [new("What to do"), new("Case"), new("Due"), new("Status"), new("Audit")],
            [
                .. own.Select(open =>
                    (ImmutableArray<Cell>)
                        [
                            WhatToDo(open),
                            open.Duty.CaseRef,
                            Dates.Short(open.Duty.DueOn),
                            StatusOf(open),
                            AuditWording.NameOf(open.Round),
                        ]
                ),
            ]
        );

    /// <summary>The cases of rounds under way of which somebody may know.</summary>
    public Table OwnCases(StaffMember person, Viewer viewer) =>
        new(
            "cases",
            "Cases in audits under way that you audit, or that are yours",
            [new("Case"), new("Your part"), new("Audited by"), new("Return"), new("Audit")],
            [
                .. audits
                    .Of(person, viewer)
                    .SelectMany(own => own.Cases.Select(one => RowOf(own, one, PartOf(one, person.StaffId)))),
            ]
        );

    /// <summary>What audits the service holds.</summary>
    public Table Programmes() =>
        new(
            "programmes",
            "What is audited, and how",
            [
                new("Audit"),
                new("Drawn from"),
                new("Size"),
                new("Led by"),
                new("Drawn next"),
                Column.OfNumbers("Version"),
            ],
            [
                .. AuditProgrammes.All.Select(programme =>
                    (ImmutableArray<Cell>)
                        [
                            new Cell(programme.Title) { Note = programme.Purpose },
                            AuditWording.Of(programme.Frame),
                            AuditWording.SizeOf(programme),
                            LeadOf(programme),
                            NextDraw.Of(programme, audits, calendar),
                            Cell.Of(programme.Version),
                        ]
                ),
            ]
        );

    /// <summary>Rounds, in the order in which they are given.</summary>
    public Table Rounds(IEnumerable<AuditRound> rounds) =>
        new(
            "rounds",
            "Rounds, the newest first",
            [
                new("Round"),
                new("State"),
                Column.OfNumbers("Cases"),
                new("Returns in"),
                new("Returns due"),
                new("Last day"),
                Column.OfNumbers("Open actions"),
            ],
            [.. rounds.Select(RowOf)]
        );

    private ImmutableArray<Cell> RowOf(AuditRound round)
    {
        var live = audits.Live.FirstOrDefault(standing => standing.Round.Id == round.Id);
        var isIn =
            live?.Cases.Count(item => item.IsIn)
            ?? round.Size - round.Missing.Count(missing => missing.Kind != MissingKind.SecondCheck);
        return
        [
            new Cell(AuditWording.NameOf(round)) { Href = AuditAddresses.Round(round.Id) },
            AuditWording.Of(round.State),
            Cell.Of(round.Size),
            round.State == RoundState.Drawn ? "–" : $"{Wording.Number(isIn)} of {Wording.Number(round.Size)}",
            Dates.Short(round.Dates.ReturnsDueOn),
            Dates.Short(round.Dates.ClosesOn),
            Cell.OrDash(live?.Cases.Sum(item => item.Actions.Count(action => action.IsOpen)) ?? 0),
        ];
    }

    private ImmutableArray<Cell> RowOf(OwnAudits own, RoundCase one, string part)
    {
        var round = audits.Live.First(standing =>
            standing.Round.Id.ProgrammeId == own.Programme
            && Core.IsoMonth.Format(standing.Round.Id.Month) == own.Month
        );
        var item = round.Cases.First(standing => standing.Case.CaseRef == one.CaseRef);
        return
        [
            one.CaseRef,
            part,
            one.AuditorId is { } auditor ? staff.Find(auditor)?.Name ?? auditor : "Nobody",
            AuditWording.Of(item.Return?.State),
            new Cell(AuditWording.NameOf(round.Round)) { Href = AuditAddresses.Round(round.Round.Id) },
        ];
    }

    private static string PartOf(RoundCase one, string staffId) =>
        one.AuditorId == staffId ? "You audit it"
        : one.SecondReaderId == staffId ? "You check it"
        : "Yours, or your team’s";

    private static Cell WhatToDo(OpenAuditDuty open)
    {
        var (round, caseRef) = (open.Round.Id, open.Duty.CaseRef);
        var (text, href) = open.Duty.Rule.Kind switch
        {
            AuditDutyKind.Return => ("Audit the case", AuditAddresses.Case(round, caseRef)),
            AuditDutyKind.SecondCheck => ("Check it again", AuditAddresses.SecondCheck(round, caseRef)),
            AuditDutyKind.Comment => ("Read the audit and comment", AuditAddresses.Case(round, caseRef)),
            AuditDutyKind.Unallocated => ("Find somebody to read it", AuditAddresses.Auditor(round, caseRef)),
            _ => (ActionText(open), AuditAddresses.Completion(round, caseRef, open.Duty.Rule.Part!)),
        };
        return new Cell(text) { Href = href, Hidden = caseRef };
    }

    private static string ActionText(OpenAuditDuty open) =>
        open.Item.Actions.FirstOrDefault(action => action.ActionId == open.Duty.Rule.Part)?.Text
        ?? "Do what the audit asks for";

    private Cell StatusOf(OpenAuditDuty open) =>
        AuditWording.Due(
            open.Duty.DueOn,
            audits.Day,
            open.Duty.DueOn < audits.Day ? calendar.Count(open.Duty.DueOn, audits.Day) : 0
        );

    private Cell LeadOf(AuditProgramme programme) =>
        staff.First(programme.LedBy) is { } lead
            ? new Cell(lead.Name) { Note = Wording.Of(programme.LedBy) }
            : new Cell(Wording.Of(programme.LedBy)) { Note = "Nobody has this part" };
}
