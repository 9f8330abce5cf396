using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// An audit round under way: drawn some days before the demonstration's first morning, with some returns in, one begun, the rest to
/// come, a comment and an action. Done again, it changes nothing.
/// </summary>
internal sealed class DemonstrationAudit(
    SampleRound sample,
    SaveReturn returns,
    CommentOnReturn comments,
    AuditActions actions,
    AuditTable audits,
    ServiceRules rules
)
{
    private const string ProgrammeId = "golden-thread";
    private const int Size = 12;
    private const int DaysAgo = 8;

    /// <summary>Makes it.</summary>
    /// <param name="firstMorning">From when the caseload is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The round.</returns>
    public async Task<RoundId> PrepareAsync(DateOnly firstMorning, CancellationToken cancellationToken)
    {
        var drawnOn = rules.Calendar.Add(firstMorning, -DaysAgo);
        var id = new RoundId(ProgrammeId, IsoMonth.Of(drawnOn));
        await sample.ExecuteAsync(
            new SampleRequest(id, drawnOn) { Size = SampleSize.Of(Size), Seed = "demonstration" },
            dryRun: false,
            cancellationToken
        );
        if (await audits.ReadAsync(id, cancellationToken) is { Standing: var standing })
        {
            await FillAsync(standing, drawnOn, cancellationToken);
        }

        return id;
    }

    private async Task FillAsync(
        RoundStanding standing,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        var template = standing.Round.Programme.Template;
        var done = Size / 2;
        for (var number = 0; number <= done && number < standing.Cases.Length; number++)
        {
            var item = standing.Cases[number].Case;
            var chance = new Chance(number);
            AnsweredQuestion[] answers = [.. template.Questions.Select(question => Answer(question, chance))];
            var isWhole = number < done;
            await returns.ExecuteAsync(
                new HandedIn(
                    standing.Round.Id,
                    item.CaseRef,
                    IsSecond: false,
                    ById: "",
                    [.. isWhole ? answers : answers.Take(answers.Length / 2)],
                    BasedOn: null,
                    Submit: isWhole
                ),
                rules.Calendar.Add(drawnOn, 1 + number),
                cancellationToken
            );
        }

        await RespondAsync(standing, drawnOn, cancellationToken);
    }

    private async Task RespondAsync(
        RoundStanding standing,
        DateOnly drawnOn,
        CancellationToken cancellationToken
    )
    {
        if (standing.Cases is not [{ Case: var item }, ..] || item.Audit.ReaderId is not { } auditor)
        {
            return;
        }

        var id = standing.Round.Id;
        await comments.ExecuteAsync(
            id,
            item.CaseRef,
            item.CaseManagerId,
            "The review was held; I recorded it under the wrong heading.",
            cancellationToken
        );
        await actions.AddAsync(
            id,
            item.CaseRef,
            new AskedAction(
                auditor,
                "reviews-timely",
                "Record the review where it belongs.",
                item.CaseManagerId,
                rules.Calendar.Add(drawnOn, 15)
            ),
            rules.Calendar.Add(drawnOn, 3),
            cancellationToken
        );
    }

    private static AnsweredQuestion Answer(AuditQuestion question, Chance chance)
    {
        var answer = chance.Weighed(
            (14, AuditAnswer.Met),
            (3, AuditAnswer.Partly),
            (2, AuditAnswer.NotMet),
            (1, AuditAnswer.NotApplicable)
        );
        var seen = answer is AuditAnswer.Partly or AuditAnswer.NotMet
            ? "It shows in some of the work only."
            : "";
        return new AnsweredQuestion(question.QuestionId, answer, seen);
    }
}
