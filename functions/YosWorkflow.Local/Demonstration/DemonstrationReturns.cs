using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Demonstration;

/// <summary>What the people of the demonstration do in an audit round: returns, second checks, comments, actions.</summary>
internal sealed class DemonstrationReturns(
    SaveReturn returns,
    CommentOnReturn comments,
    AuditActions actions,
    AuditTable audits,
    ServiceRules rules
)
{
    private static readonly (string? Question, string Text, int DueIn, bool IsDone)[] ToDo =
    [
        (null, "Bring the supervision notes of the last three months up to date.", 12, true),
        ("reviews-timely", "Hold the review that is due, and record it under its own heading.", 20, false),
        (null, "Go through the plan with the child’s school and agree who does what.", 60, false),
    ];

    /// <summary>Hands in the return on a case, or a part of it.</summary>
    public Task HandInAsync(
        RoundStanding standing,
        int number,
        bool isWhole,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var answers = DemonstrationAnswers.To(
            standing.Round.Programme.Template,
            new Chance((standing.Round.Id.Month.DayNumber * 100) + number)
        );
        return returns.ExecuteAsync(
            new HandedIn(
                standing.Round.Id,
                standing.Cases[number].Case.CaseRef,
                IsSecond: false,
                ById: "",
                [.. isWhole ? answers : answers.Take(answers.Length * (1 + (number % 3)) / 4)],
                BasedOn: null,
                Submit: isWhole
            ),
            on,
            cancellationToken
        );
    }

    /// <summary>Hands in every second check that was asked for.</summary>
    public async Task CheckAsync(RoundId id, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await audits.ReadAsync(id, cancellationToken);
        foreach (var item in read!.Standing.Cases.Where(item => item.Second is not null))
        {
            var first = item.Return!.ToAnswers();
            await returns.ExecuteAsync(
                new HandedIn(
                    id,
                    item.Case.CaseRef,
                    IsSecond: true,
                    ById: "",
                    [.. DemonstrationAnswers.Again(first, new Chance(first.Length))],
                    BasedOn: null,
                    Submit: true
                ),
                on,
                cancellationToken
            );
        }
    }

    /// <summary>A case manager comments on an audit, and its auditor asks for something.</summary>
    public async Task RespondAsync(
        RoundStanding standing,
        int number,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        var item = standing.Cases[number].Case;
        await comments.ExecuteAsync(
            standing.Round.Id,
            item.CaseRef,
            item.CaseManagerId,
            "The review was held; I recorded it under the wrong heading.",
            cancellationToken
        );
        await AskAsync(
            standing,
            number,
            ("reviews-timely", "Record the review where it belongs.", 15, IsDone: false),
            rules.Calendar.Add(drawnOn, 3),
            rules.Calendar.Add(drawnOn, 15),
            cancellationToken
        );
    }

    /// <summary>Some comments, and actions of which one is done, one late and one to come.</summary>
    public async Task LearnAsync(
        RoundStanding standing,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        for (var number = 0; number < ToDo.Length && number < standing.Cases.Length - 1; number++)
        {
            var item = standing.Cases[number].Case;
            await comments.ExecuteAsync(
                standing.Round.Id,
                item.CaseRef,
                item.CaseManagerId,
                number == 1
                    ? "I agree about the review. It had to wait until the child was back in the area."
                    : "Thank you. We have talked it through in supervision.",
                cancellationToken
            );
            await AskAsync(
                standing,
                number,
                ToDo[number],
                rules.Calendar.Add(drawnOn, 12),
                rules.Calendar.Add(drawnOn, 12 + ToDo[number].DueIn),
                cancellationToken
            );
        }
    }

    private async Task AskAsync(
        RoundStanding standing,
        int number,
        (string? Question, string Text, int DueIn, bool IsDone) toDo,
        DateOnly askedOn,
        DateOnly dueOn,
        CancellationToken cancellationToken
    )
    {
        var (id, item) = (standing.Round.Id, standing.Cases[number].Case);
        if (item.Audit.ReaderId is not { } auditor)
        {
            return;
        }

        var asked = new AskedAction(auditor, toDo.Question, toDo.Text, item.CaseManagerId, dueOn);
        if (
            await actions.AddAsync(id, item.CaseRef, asked, askedOn, cancellationToken)
                is AuditOutcome<AuditAction>.Done { Value: var action }
            && toDo.IsDone
        )
        {
            await actions.CompleteAsync(
                id,
                item.CaseRef,
                action.ActionId,
                item.CaseManagerId,
                "Done, and shown to my supervisor.",
                rules.Calendar.Add(askedOn, 5),
                cancellationToken
            );
        }
    }
}
