using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>The tables of a round's page.</summary>
internal sealed class RoundTables
{
    private readonly RoundStanding standing;
    private readonly Staff staff;
    private readonly WorkingDayCalendar calendar;
    private readonly DateOnly today;
    private readonly Dictionary<string, AuditDuty> returns;
    private readonly Dictionary<string, AuditDuty> checks;

    public RoundTables(RoundStanding standing, Staff staff, WorkingDayCalendar calendar, DateOnly today)
    {
        (this.standing, this.staff, this.calendar, this.today) = (standing, staff, calendar, today);
        var chaser = new AuditChaser(AuditLadders.Default, calendar, staff, standing.Round);
        var open = standing
            .Cases.SelectMany(item => chaser.OpenOn(item, today))
            .ToLookup(duty => duty.Rule.Kind);
        returns = open[AuditDutyKind.Return].ToDictionary(duty => duty.CaseRef, StringComparer.Ordinal);
        checks = open[AuditDutyKind.SecondCheck].ToDictionary(duty => duty.CaseRef, StringComparer.Ordinal);
    }

    /// <summary>How many returns are late.</summary>
    public int LateReturns => returns.Values.Count(IsLate);

    /// <summary>How far the round is, in numbers.</summary>
    public Table Progress()
    {
        var cases = standing.Cases;
        var seconds = cases.Where(item => item.Second is not null).ToArray();
        var actions = cases.SelectMany(item => item.Actions).ToArray();
        (string What, int Number)[] lines =
        [
            ("Returns in", cases.Count(item => item.IsIn)),
            ("Returns begun", cases.Count(item => item is { IsIn: false, Return: not null })),
            (
                "Returns not begun",
                cases.Count(item => item is { Return: null, Case.Audit.ReaderId: not null })
            ),
            ("Returns late", LateReturns),
            ("Cases that nobody audits", cases.Count(NobodyAudits)),
            ("Second checks in", seconds.Count(item => item.SecondIsIn)),
            ("Second checks to come", seconds.Count(item => !item.SecondIsIn)),
            ("Audits commented on", cases.Count(item => !item.Comments.IsEmpty)),
            ("Actions open", actions.Count(action => action.IsOpen)),
            ("Actions overdue", actions.Count(action => action.IsOpen && action.DueOn < today)),
            ("Actions done", actions.Count(action => !action.IsOpen)),
        ];
        return new Table(
            "progress",
            "How far the round is",
            [new("What"), Column.OfNumbers("How many")],
            [.. lines.Select(line => (ImmutableArray<Cell>)[line.What, Cell.Of(line.Number)])]
        );
    }

    /// <summary>The cases: what is late first, then what is to come, then what is in.</summary>
    public Table Cases() =>
        new(
            "cases",
            "The cases of the round and who audits them",
            [
                new("Case"),
                new("Team"),
                new("Auditor"),
                new("Return"),
                new("Second check"),
                Column.OfNumbers("Comments"),
                Column.OfNumbers("Open actions"),
            ],
            [
                .. standing
                    .Cases.OrderBy(item => item.IsIn)
                    .ThenBy(item =>
                        returns.TryGetValue(item.Case.CaseRef, out var duty) ? duty.DueOn : DateOnly.MinValue
                    )
                    .ThenBy(item => item.Case.CaseRef, StringComparer.Ordinal)
                    .Select(RowOf),
            ]
        );

    /// <summary>Who audits how many, whoever has most to do first.</summary>
    public Table Auditors()
    {
        var own = standing
            .Cases.Where(item => item.Case.Audit.ReaderId is not null)
            .ToLookup(item => item.Case.Audit.ReaderId!, StringComparer.Ordinal);
        var seconds = standing
            .Cases.Where(item => item.Second?.ReaderId is not null)
            .ToLookup(item => item.Second!.ReaderId!, StringComparer.Ordinal);
        return new Table(
            "auditors",
            "Who audits how many cases",
            [
                new("Auditor"),
                new("Team"),
                Column.OfNumbers("Cases"),
                Column.OfNumbers("In"),
                Column.OfNumbers("Late"),
                Column.OfNumbers("Second checks"),
            ],
            [
                .. own.Select(one => one.Key)
                    .Union(seconds.Select(one => one.Key), StringComparer.Ordinal)
                    .OrderByDescending(id => own[id].Count(item => !item.IsIn))
                    .ThenBy(id => id, StringComparer.Ordinal)
                    .Select(id =>
                        (ImmutableArray<Cell>)
                            [
                                NameOf(id),
                                staff.Find(id)?.Team ?? "–",
                                Cell.OrDash(own[id].Count()),
                                Cell.OrDash(own[id].Count(item => item.IsIn)),
                                Cell.OrDash(own[id].Count(IsLate)),
                                Cell.OrDash(seconds[id].Count()),
                            ]
                    ),
            ]
        );
    }

    /// <summary>The cases that nobody audits, and why.</summary>
    public Table Nobody() =>
        new(
            "nobody",
            "Cases that nobody audits",
            [new("Case"), new("Team"), new("Since"), new("Why")],
            [
                .. standing
                    .Cases.Where(NobodyAudits)
                    .Select(item =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(item.Case.CaseRef)
                                {
                                    Href = AuditAddresses.Auditor(standing.Round.Id, item.Case.CaseRef),
                                    Hidden = "who could audit it",
                                },
                                item.Case.Team,
                                Dates.Short(item.Case.Audit.Since),
                                item.Case.Audit.WhyNobody ?? "–",
                            ]
                    ),
            ]
        );

    /// <summary>What was missing when the round was closed.</summary>
    public Table Missing() => MissingTable.Of(standing.Round, staff);

    private ImmutableArray<Cell> RowOf(CaseStanding item)
    {
        var (round, caseRef) = (standing.Round.Id, item.Case.CaseRef);
        return
        [
            new Cell(caseRef) { Href = AuditAddresses.Case(round, caseRef) },
            item.Case.Team,
            new Cell(item.Case.Audit.ReaderId is { } id ? NameOf(id) : "Nobody")
            {
                Href = AuditAddresses.Auditor(round, caseRef),
                Hidden = $"audits {caseRef}: who else could",
            },
            ReturnOf(item),
            SecondOf(item),
            Cell.OrDash(item.Comments.Length),
            Cell.OrDash(item.Actions.Count(action => action.IsOpen)),
        ];
    }

    private Cell ReturnOf(CaseStanding item) =>
        item.Return is { IsIn: true, SubmittedOn: { } on }
            ? AuditWording.Of(ReturnState.Submitted) with
            {
                Note = Dates.Short(on),
            }
        : returns.TryGetValue(item.Case.CaseRef, out var duty)
            ? (IsLate(duty) ? LateBy(duty) : AuditWording.Of(item.Return?.State)) with
            {
                Note = $"due {Dates.Short(duty.DueOn)}{AnsweredOf(item)}",
            }
        : AuditWording.Of(item.Return?.State);

    private string AnsweredOf(CaseStanding item) =>
        item.Return is { Answers.Length: var answered }
            ? $"; {Wording.Number(answered)} of {Wording.Number(standing.Round.Programme.Template.Questions.Count())} answered"
            : "";

    private Cell SecondOf(CaseStanding item)
    {
        if (item.Second is not { } second)
        {
            return "–";
        }

        var state =
            checks.TryGetValue(item.Case.CaseRef, out var duty) && IsLate(duty)
                ? LateBy(duty)
                : AuditWording.Of(item.SecondReturn?.State);
        return state with { Note = second.ReaderId is { } id ? NameOf(id) : second.WhyNobody };
    }

    private Cell LateBy(AuditDuty duty) =>
        AuditWording.Due(duty.DueOn, today, calendar.Count(duty.DueOn, today));

    private bool IsLate(CaseStanding item) =>
        returns.TryGetValue(item.Case.CaseRef, out var duty) && IsLate(duty);

    private bool IsLate(AuditDuty duty) => duty.DueOn < today;

    private static bool NobodyAudits(CaseStanding item) => item is { IsIn: false, Case.Audit.ReaderId: null };

    private string NameOf(string id) => staff.Find(id)?.Name ?? id;
}
