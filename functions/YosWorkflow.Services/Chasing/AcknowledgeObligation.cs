using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Keeps a supervisor's word on an overdue obligation: why it is late and by when it will be done. Chasing of that occurrence
/// rests until then.
/// </summary>
public sealed class AcknowledgeObligation(
    CaseloadTable caseload,
    ChasingTable chasing,
    ServiceRules rules,
    TimeProvider clock
)
{
    /// <summary>For how many months chasing may rest at most: a rest without an end would be forgetting.</summary>
    public const int MostMonths = 3;

    /// <summary>Acknowledges what is overdue on a case under a rule.</summary>
    /// <param name="caseRef">The case.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="byId">Who acknowledges it; empty if that is not known.</param>
    /// <param name="reason">Why it is late.</param>
    /// <param name="until">The new date.</param>
    /// <param name="today">The day as of which it has to be overdue.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    public async Task<AcknowledgeOutcome> ExecuteAsync(
        string caseRef,
        string ruleId,
        string byId,
        string reason,
        DateOnly until,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (rules.Pack.Find(ruleId) is null)
        {
            return new AcknowledgeOutcome.Unknown($"There is no rule '{ruleId}'.");
        }

        if (await caseload.FindCaseAsync(caseRef, cancellationToken) is not { } supervised)
        {
            return new AcknowledgeOutcome.Unknown($"There is no case '{caseRef}'.");
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        if (WhyNot(staff, byId, until, today) is { } whyNot)
        {
            return new AcknowledgeOutcome.NotAllowed(whyNot);
        }

        if (OpenOf(supervised, ruleId, staff, today) is not { Status: ObligationStatus.Overdue } overdue)
        {
            return new AcknowledgeOutcome.NotOverdue(
                $"Nothing is overdue on case {caseRef} under {ruleId} as of {IsoDate.Format(today)}."
            );
        }

        var kept = new Acknowledgement(
            supervised.CaseRef,
            ruleId,
            overdue.ClockStarted,
            byId,
            clock.GetUtcNow(),
            reason,
            until
        );
        await chasing.AddAcknowledgementAsync(supervised.Team, kept, cancellationToken);
        return new AcknowledgeOutcome.Kept(kept);
    }

    private static string? WhyNot(Staff staff, string byId, DateOnly until, DateOnly today)
    {
        if (until <= today || until > today.AddMonths(MostMonths))
        {
            return $"The new date {IsoDate.Format(until)} has to be after {IsoDate.Format(today)} and within {MostMonths} months.";
        }

        return byId.Length == 0
            ? null
            : staff.Find(byId) switch
            {
                null => $"'{byId}' is not in the staff list.",
                { Active: false } => $"'{byId}' is not at work.",
                { Role: StaffRole.CaseManager or StaffRole.Administrator } =>
                    $"'{byId}' neither supervises nor manages; their supervisor can acknowledge it.",
                _ => null,
            };
    }

    private Obligation? OpenOf(Case supervised, string ruleId, Staff staff, DateOnly today)
    {
        var obligations = new List<Obligation>();
        rules.ReaderFor(staff).Read(supervised, today, obligations);
        return obligations
            .Where(owed => owed.IsOpen && string.Equals(owed.Rule.RuleId, ruleId, StringComparison.Ordinal))
            .Cast<Obligation?>()
            .FirstOrDefault();
    }
}
