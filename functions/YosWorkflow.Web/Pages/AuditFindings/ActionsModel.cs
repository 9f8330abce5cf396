using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditFindings;

/// <summary>What is to be done because of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Overdue">How many actions are overdue.</param>
/// <param name="Open">How many are open and not overdue.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Table">All of them: overdue first, then open by their date, then done, the latest first.</param>
public sealed record ActionsModel(AuditRound Round, int Overdue, int Open, int Done, Table Table)
{
    internal static ActionsModel Of(
        RoundStanding standing,
        Staff staff,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var all = standing
            .Cases.SelectMany(item => item.Actions.Select(action => (item.Case.CaseRef, Action: action)))
            .ToArray();
        var questions = standing.Round.Programme.Template.Questions.ToDictionary(
            question => question.QuestionId,
            question => question.Text,
            StringComparer.Ordinal
        );
        var open = all.Where(one => one.Action.IsOpen)
            .OrderBy(one => one.Action.DueOn)
            .ThenBy(one => one.CaseRef, StringComparer.Ordinal);
        var done = all.Where(one => !one.Action.IsOpen)
            .OrderByDescending(one => one.Action.DoneOn)
            .ThenBy(one => one.CaseRef, StringComparer.Ordinal);
        var overdue = all.Count(one => one.Action.IsOpen && one.Action.DueOn < today);
        return new ActionsModel(
            standing.Round,
            overdue,
            all.Count(one => one.Action.IsOpen) - overdue,
            all.Count(one => !one.Action.IsOpen),
            new Table(
                "actions",
                "What is to be done because of this round",
                [new("What is to be done"), new("Case"), new("Owner"), new("Due"), new("State")],
                [.. open.Concat(done).Select(one => RowOf(one.CaseRef, one.Action))]
            )
        );

        ImmutableArray<Cell> RowOf(string caseRef, AuditAction action) =>
            [
                new Cell(action.Text)
                {
                    Note = action.QuestionId is { } id ? questions.GetValueOrDefault(id) : null,
                },
                new Cell(caseRef) { Href = AuditAddresses.Case(standing.Round.Id, caseRef) + "#actions" },
                staff.Find(action.OwnerId)?.Name ?? action.OwnerId,
                Dates.Short(action.DueOn),
                action.DoneOn is { } on
                    ? new Cell("Done") { Tag = "green", Note = $"{Dates.Short(on)}: {action.DoneNote}" }
                    : AuditWording.Due(
                        action.DueOn,
                        today,
                        action.DueOn < today ? calendar.Count(action.DueOn, today) : 0
                    ),
            ];
    }
}
