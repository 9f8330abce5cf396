using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Something in an audit that is open as of a day.</summary>
/// <param name="Duty">What, by when and with whom.</param>
/// <param name="Round">In which round.</param>
/// <param name="Item">On which case.</param>
public sealed record OpenAuditDuty(AuditDuty Duty, AuditRound Round, CaseStanding Item);

/// <summary>All rounds as of a day: those with something to tell in full, the others by name.</summary>
/// <param name="Day">The day.</param>
/// <param name="Listed">All rounds, the newest first.</param>
/// <param name="Live">Those of which something may still have to be done, the newest first.</param>
/// <param name="Open">What is open in them, soonest due first.</param>
public sealed record AuditsOnDay(
    DateOnly Day,
    ImmutableArray<ListedRound> Listed,
    ImmutableArray<RoundStanding> Live,
    ImmutableArray<OpenAuditDuty> Open
)
{
    /// <summary>
    /// The cases of rounds under way of which somebody may know, with what they may know of them: what they audit, and the audits of
    /// cases that are theirs.
    /// </summary>
    public IEnumerable<OwnAudits> Of(StaffMember person, Viewer viewer) =>
        Live.Where(standing => standing.Round.State != RoundState.Drawn)
            .Select(standing =>
                OwnAudits.Of(
                    standing.Round,
                    person,
                    standing.Cases.Where(item => AuditPermits.IsListed(person, viewer, item))
                )
            )
            .Where(own => !own.Cases.IsEmpty);
}

/// <summary>Reads what there is of audits: a query for the list, and one for each round under way.</summary>
public sealed class ReadAudits(AuditTable audits, ServiceRules rules)
{
    /// <summary>All rounds as of a day.</summary>
    public async Task<AuditsOnDay> ExecuteAsync(
        DateOnly day,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var listed = await audits.ListRoundsAsync(programmeId: null, cancellationToken);
        var newest = listed
            .OrderByDescending(one => one.Id.Month)
            .ThenBy(one => one.Id.ProgrammeId, StringComparer.Ordinal)
            .ToImmutableArray();
        var read = await Task.WhenAll(
            newest.Where(one => one.IsLive).Select(one => audits.ReadAsync(one.Id, cancellationToken))
        );
        ImmutableArray<RoundStanding> live = [.. read.OfType<StoredRound>().Select(one => one.Standing)];
        return new AuditsOnDay(
            day,
            newest,
            live,
            [
                .. live.SelectMany(standing => OpenIn(standing, staff, day))
                    .OrderBy(open => open.Duty.DueOn)
                    .ThenBy(open => open.Duty.CaseRef, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Some rounds without their cases, in the order in which they are asked for; one that was never drawn is left out.</summary>
    public async Task<ImmutableArray<AuditRound>> FindAsync(
        IEnumerable<RoundId> rounds,
        CancellationToken cancellationToken
    )
    {
        var found = await Task.WhenAll(rounds.Select(id => audits.FindRoundAsync(id, cancellationToken)));
        return [.. found.OfType<StoredRound>().Select(one => one.Round)];
    }

    private IEnumerable<OpenAuditDuty> OpenIn(RoundStanding standing, Staff staff, DateOnly day)
    {
        var chaser = new AuditChaser(AuditLadders.Default, rules.Calendar, staff, standing.Round);
        return standing.Cases.SelectMany(item =>
            chaser.OpenOn(item, day).Select(duty => new OpenAuditDuty(duty, standing.Round, item))
        );
    }
}
