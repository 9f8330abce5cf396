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

    /// <summary>Acknowledges what is overdue on a case under a rule, for a program that may act on every case.</summary>
    /// <inheritdoc cref="ExecuteAsync(Viewer, string, string, string, string, DateOnly, DateOnly, CancellationToken)"/>
    public Task<AcknowledgeOutcome> ExecuteAsync(
        string caseRef,
        string ruleId,
        string byId,
        string reason,
        DateOnly until,
        DateOnly today,
        CancellationToken cancellationToken
    ) => ExecuteAsync(Viewer.OfEverything, caseRef, ruleId, byId, reason, until, today, cancellationToken);

    /// <summary>Acknowledges what is overdue on a case under a rule.</summary>
    /// <param name="viewer">Who is asking.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="byId">Who acknowledges it, and has to oversee the case; empty if that is not known.</param>
    /// <param name="reason">Why it is late.</param>
    /// <param name="until">The new date.</param>
    /// <param name="today">The day as of which it has to be overdue.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    public async Task<AcknowledgeOutcome> ExecuteAsync(
        Viewer viewer,
        string caseRef,
        string ruleId,
        string byId,
        string reason,
        DateOnly until,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(viewer, caseRef, ruleId, today, cancellationToken);
        if (found is not AcknowledgeOutcome.Possible(var overdue, var staff))
        {
            return found;
        }

        if (WhyNot(overdue.Case, staff, byId, until, today) is { } whyNot)
        {
            return new AcknowledgeOutcome.NotAllowed(whyNot);
        }

        var kept = new Acknowledgement(
            overdue.Case.CaseRef,
            ruleId,
            overdue.ClockStarted,
            byId,
            clock.GetUtcNow(),
            reason,
            until
        );
        await chasing.AddAcknowledgementAsync(overdue.Case.Team, kept, cancellationToken);
        return new AcknowledgeOutcome.Kept(kept);
    }

    /// <summary>What there is to acknowledge on a case under a rule, or why nothing can be.</summary>
    /// <param name="viewer">Who is asking.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="today">The day as of which it has to be overdue.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<AcknowledgeOutcome> FindAsync(
        Viewer viewer,
        string caseRef,
        string ruleId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (rules.Pack.Find(ruleId) is null)
        {
            return new AcknowledgeOutcome.Unknown($"There is no rule '{ruleId}'.");
        }

        // A case that is not theirs is answered word for word like one that does not exist, so it is not looked for in teams in
        // which nothing is theirs.
        var people = await caseload.ReadPeopleAsync(cancellationToken);
        var theirs = people
            .Teams.Where(team => team.MayBeHeldBy(holder => viewer.Sees(team.Name, holder)))
            .Select(team => team.Name);
        if (
            await caseload.FindCaseAsync(caseRef, theirs, cancellationToken) is not { } supervised
            || !viewer.Sees(supervised)
        )
        {
            return new AcknowledgeOutcome.Unknown($"There is no case '{caseRef}'.");
        }

        if (!viewer.Oversees(supervised))
        {
            return new AcknowledgeOutcome.NotTheirs(
                $"Only its practice supervisor, its team manager and those who manage them can acknowledge what is late on {supervised.CaseRef}."
            );
        }

        var staff = people.Staff;
        return OpenOf(supervised, ruleId, staff, today) is { Status: ObligationStatus.Overdue } overdue
            ? new AcknowledgeOutcome.Possible(overdue, staff)
            : new AcknowledgeOutcome.NotOverdue(
                $"Nothing is overdue on case {caseRef} under {ruleId} as of {IsoDate.Format(today)}."
            );
    }

    /// <summary>What was acknowledged of an occurrence before, the latest first: one partition query.</summary>
    public async Task<IReadOnlyList<Acknowledgement>> EarlierAsync(
        Obligation overdue,
        CancellationToken cancellationToken
    )
    {
        var record = await chasing.ReadTeamAsync(overdue.Case.Team, cancellationToken);
        return
        [
            .. record
                .Acknowledgements[overdue.Case.CaseRef]
                .Where(one =>
                    one.ClockStarted == overdue.ClockStarted
                    && string.Equals(one.RuleId, overdue.Rule.RuleId, StringComparison.Ordinal)
                )
                .OrderByDescending(one => one.At),
        ];
    }

    private static string? WhyNot(Case supervised, Staff staff, string byId, DateOnly until, DateOnly today)
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
                { } named when !Viewer.Of(named, staff).Oversees(supervised) =>
                    $"'{byId}' neither supervises nor manages {supervised.CaseRef}; who does can acknowledge it.",
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
