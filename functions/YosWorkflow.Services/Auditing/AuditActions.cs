using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>An action as somebody asks for it.</summary>
/// <param name="ById">Who asks: the auditor, the lead, or who supervises the case.</param>
/// <param name="QuestionId">The question it arises from, or null.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerId">Who is to do it.</param>
/// <param name="DueOn">By when.</param>
public sealed record AskedAction(
    string ById,
    string? QuestionId,
    string Text,
    string OwnerId,
    DateOnly DueOn
);

/// <summary>
/// Keeps what is to be done because of an audit, with who is to do it and by when, until it is done. It is chased by the same
/// step as the round, also when that is over.
/// </summary>
public sealed class AuditActions(CaseloadTable caseload, AuditTable audits)
{
    /// <summary>For how many months ahead an action may be due at most.</summary>
    public const int MostMonths = 12;

    private const int Tries = 5;

    /// <summary>Adds an action to a submitted audit. The same asked for again is kept once.</summary>
    public async Task<AuditOutcome<AuditAction>> AddAsync(
        RoundId id,
        string caseRef,
        AskedAction asked,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is not { Cases: [{ Standing: var standing }] } read
        )
        {
            return NotInSample(id, caseRef);
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var action = new AuditAction(
            ActionIdOf(asked),
            asked.QuestionId,
            asked.Text,
            asked.OwnerId,
            asked.DueOn,
            asked.ById,
            today
        );
        if (standing.Actions.FirstOrDefault(one => one.ActionId == action.ActionId) is { } first)
        {
            return new AuditOutcome<AuditAction>.Done(first);
        }

        if (WhyNot(read.Round, standing, staff, asked, today) is { } refusal)
        {
            return new AuditOutcome<AuditAction>.Refused(refusal);
        }

        // Listed before and after, so that a round which is just being laid to rest is looked at again.
        await audits.ListRoundAsync(id, cancellationToken);
        _ = await audits.TryKeepActionAsync(id, caseRef, action, read: null, cancellationToken);
        await audits.ListRoundAsync(id, cancellationToken);
        return new AuditOutcome<AuditAction>.Done(action);
    }

    /// <summary>Says that an action is done. Said again, it stays as it was said first.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="actionId">The action.</param>
    /// <param name="byId">Who says so: its owner, the lead, or who supervises the case.</param>
    /// <param name="note">What was done.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    public async Task<AuditOutcome<AuditAction>> CompleteAsync(
        RoundId id,
        string caseRef,
        string actionId,
        string byId,
        string note,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (
                await audits.ReadCaseAsync(id, caseRef, cancellationToken)
                is not { Cases: [{ Standing: var standing } stored] } read
            )
            {
                return NotInSample(id, caseRef);
            }

            if (standing.Actions.FirstOrDefault(one => one.ActionId == actionId) is not { } action)
            {
                return AuditOutcome<AuditAction>.No(
                    AuditFault.NotFound,
                    $"There is no action '{actionId}' on case {caseRef}."
                );
            }

            if (!action.IsOpen)
            {
                return new AuditOutcome<AuditAction>.Done(action);
            }

            if (byId != action.OwnerId && WhyNotResponsible(read.Round, standing, staff, byId) is { } whyNot)
            {
                return AuditOutcome<AuditAction>.No(AuditFault.NotAllowed, whyNot);
            }

            var done = action with { DoneOn = today, DoneById = byId, DoneNote = note };
            if (
                await audits.TryKeepActionAsync(
                    id,
                    caseRef,
                    done,
                    stored.ActionETags[actionId],
                    cancellationToken
                )
            )
            {
                return new AuditOutcome<AuditAction>.Done(done);
            }
        }

        return AuditOutcome<AuditAction>.No(AuditFault.Conflict, "Others are writing to this action.");
    }

    private static AuditRefusal? WhyNot(
        AuditRound round,
        CaseStanding standing,
        Staff staff,
        AskedAction asked,
        DateOnly today
    )
    {
        if (!standing.IsIn)
        {
            return new AuditRefusal(
                AuditFault.Conflict,
                $"The audit of case {standing.Case.CaseRef} is not in, so nothing arises from it yet."
            );
        }

        var reason =
            asked.DueOn <= today || asked.DueOn > today.AddMonths(MostMonths)
                ? $"The date {IsoDate.Format(asked.DueOn)} has to be after {IsoDate.Format(today)} and within {MostMonths} months."
            : asked.QuestionId is { } questionId
            && round.Programme.Template.Questions.All(question => question.QuestionId != questionId)
                ? $"The template has no question '{questionId}'."
            : RoundPeople.WhyNotAtWork(staff, asked.OwnerId)
                ?? (
                    asked.ById == standing.Case.Audit.ReaderId
                        ? null
                        : WhyNotResponsible(round, standing, staff, asked.ById)
                );
        return reason is null ? null : new AuditRefusal(AuditFault.NotAllowed, reason);
    }

    private static string? WhyNotResponsible(
        AuditRound round,
        CaseStanding standing,
        Staff staff,
        string byId
    ) =>
        byId == standing.Case.PracticeSupervisorId
        || RoundPeople.WhyNotLead(staff, byId, round.Programme) is null
            ? RoundPeople.WhyNotAtWork(staff, byId)
            : $"'{byId}' neither audits nor supervises case {standing.Case.CaseRef}, nor leads the audit.";

    private static string ActionIdOf(AskedAction asked) =>
        ToldRows.Fingerprint(
            string.Join('\n', asked.QuestionId, asked.OwnerId, IsoDate.Format(asked.DueOn), asked.Text)
        );

    private static AuditOutcome<AuditAction> NotInSample(RoundId id, string caseRef) =>
        AuditOutcome<AuditAction>.No(AuditFault.NotFound, $"Case {caseRef} is not in a sample of {id}.");
}
