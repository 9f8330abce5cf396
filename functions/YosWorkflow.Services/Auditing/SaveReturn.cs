using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>A part of a return as somebody hands it in.</summary>
/// <param name="Round">The round.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="IsSecond">Whether it is of the second check.</param>
/// <param name="ById">Who hands it in; empty: the one with whom the reading lies.</param>
/// <param name="Answers">The answers.</param>
/// <param name="BasedOn">The version that was read before; null if there was none.</param>
/// <param name="Submit">Whether the return is complete with it, and goes in.</param>
public sealed record HandedIn(
    RoundId Round,
    string CaseRef,
    bool IsSecond,
    string ById,
    ImmutableArray<AnsweredQuestion> Answers,
    int? BasedOn,
    bool Submit
)
{
    /// <summary>What was seen on questions that are not answered yet.</summary>
    public ImmutableArray<NotedQuestion> Notes { get; init; } = [];
}

/// <summary>Keeps an audit's return, or its second check's: in parts, and once as submitted.</summary>
public sealed class SaveReturn(AuditTable audits, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Keeps what is handed in. The same handed in again changes nothing.</summary>
    /// <param name="part">What is handed in.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    /// <returns>The return as it is kept.</returns>
    public async Task<AuditOutcome<AuditReturn>> ExecuteAsync(
        HandedIn part,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var read = await audits.ReadCaseAsync(part.Round, part.CaseRef, cancellationToken);
            if (WhyNot(read, part) is { } refusal)
            {
                return new AuditOutcome<AuditReturn>.Refused(refusal);
            }

            var (decision, audit) = (Decide(read!, part, today), read!.Cases[0]);
            if (decision is not ReturnDecision.Changed { Return: var kept })
            {
                return AnswerTo(decision);
            }

            if (
                await audits.TryKeepReturnAsync(
                    read,
                    audit,
                    kept,
                    part.IsSecond,
                    guarded: part.Submit,
                    cancellationToken
                )
            )
            {
                return new AuditOutcome<AuditReturn>.Done(kept);
            }
        }

        return AuditOutcome<AuditReturn>.No(
            AuditFault.Conflict,
            "Others are writing to this return at the same time. Read it again."
        );
    }

    private static AuditRefusal? WhyNot(StoredRound? read, HandedIn part)
    {
        if (read is null)
        {
            return new AuditRefusal(AuditFault.NotFound, $"{part.Round} has not been drawn.");
        }

        if (read.Cases is not [{ Standing: var standing }])
        {
            return new AuditRefusal(
                AuditFault.NotFound,
                $"Case {part.CaseRef} is not in the sample of {part.Round}."
            );
        }

        if (part.IsSecond && standing.Second is null)
        {
            return new AuditRefusal(
                AuditFault.NotFound,
                $"No second check of case {part.CaseRef} was asked for."
            );
        }

        var reader = (part.IsSecond ? standing.Second! : standing.Case.Audit).ReaderId;
        return reader is null
                ? new AuditRefusal(AuditFault.NotAllowed, $"Nobody reads case {part.CaseRef} at present.")
            : part.ById.Length > 0 && part.ById != reader
                ? new AuditRefusal(
                    AuditFault.NotAllowed,
                    $"Case {part.CaseRef} does not lie with '{part.ById}'."
                )
            : null;
    }

    private ReturnDecision Decide(StoredRound read, HandedIn part, DateOnly today)
    {
        var standing = read.Cases[0].Standing;
        var before = part.IsSecond ? standing.SecondReturn : standing.Return;
        var reader = (part.IsSecond ? standing.Second! : standing.Case.Audit).ReaderId!;
        var decision = ReturnEdits.Save(
            read.Round.Programme.Template,
            before,
            new ReturnPart(reader, part.Answers, part.BasedOn, part.Submit, today, clock.GetUtcNow())
            {
                Notes = part.Notes,
            }
        );
        return
            decision is ReturnDecision.Changed { Return: var kept } && read.Round.State == RoundState.Closed
            ? new ReturnDecision.Refused(
                before ?? kept,
                $"{read.Round.Id} was closed on {PlainDate.Format(read.Round.ClosedOn!.Value)}."
            )
            : decision;
    }

    private static AuditOutcome<AuditReturn> AnswerTo(ReturnDecision decision) =>
        decision switch
        {
            ReturnDecision.Unchanged same => new AuditOutcome<AuditReturn>.Done(same.Return),
            ReturnDecision.Invalid invalid => new AuditOutcome<AuditReturn>.Refused(
                new AuditRefusal(AuditFault.Invalid, "The return can't be kept as it is.")
                {
                    Problems = invalid.Problems,
                }
            ),
            ReturnDecision.Stale stale => new AuditOutcome<AuditReturn>.Refused(
                new AuditRefusal(
                    AuditFault.Conflict,
                    "The return was changed since you read it. Nothing was kept; the answers that were changed are listed."
                )
                {
                    Now = stale.Now,
                    Changed = stale.ChangedAnswers,
                }
            ),
            ReturnDecision.Refused refused => new AuditOutcome<AuditReturn>.Refused(
                new AuditRefusal(AuditFault.Conflict, refused.Reason) { Now = refused.Now }
            ),
            _ => throw new InvalidOperationException($"{decision.GetType().Name} has no answer."),
        };
}
