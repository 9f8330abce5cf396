using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Decides whom to tell of a team's obligations on a day, and records that together with the notices, so that a crash at any
/// moment leaves both or neither. It may be called again, or by two at once: what is told already is not told again.
/// </summary>
public sealed class ChaseTeam(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules)
{
    private const int Tries = 8;

    /// <summary>Chases a team.</summary>
    /// <param name="team">The team.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="day">The day, a working day.</param>
    /// <param name="dryRun">Whether only to say what would be told.</param>
    /// <param name="cancellationToken">Stops the chase.</param>
    /// <exception cref="InvalidOperationException">Others kept writing at the same time, however often it was tried.</exception>
    /// <exception cref="CasesNotChasedException">
    /// Some cases could not be judged, as one whose order is older than the bank holidays that are known. The others were chased.
    /// </exception>
    public async Task<TeamChase> ExecuteAsync(
        string team,
        Staff staff,
        DateOnly day,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        using var step = ServiceTelemetry.Step("chase team");
        var decided = new List<StoredNotice>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var found = await DecideAsync(team, staff, day, cancellationToken);
            var chunks = ChaseChunk.Of(team, day, found.Decisions).ToArray();
            if (dryRun)
            {
                decided.AddRange(chunks.SelectMany(chunk => chunk.Notices));
            }

            if (dryRun || await RecordAsync(team, chunks, decided, cancellationToken))
            {
                var chased = new TeamChase(team, found.Cases, [.. decided]) { Children = found.Children };
                step?.SetTag("yos.cases", found.Cases);
                return found.Faults.Count == 0
                    ? chased
                    : throw new CasesNotChasedException(chased, found.Faults);
            }
        }

        throw new InvalidOperationException(
            $"The chase of team {team} was overtaken by others {Tries} times; it can be started again."
        );
    }

    private async Task<bool> RecordAsync(
        string team,
        ChaseChunk[] chunks,
        List<StoredNotice> decided,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in chunks)
        {
            if (!await chasing.TryRecordAsync(team, chunk.Told, chunk.Notices, cancellationToken))
            {
                return false;
            }

            decided.AddRange(chunk.Notices);
        }

        return true;
    }

    private async Task<TeamDecisions> DecideAsync(
        string team,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var record = await chasing.ReadTeamAsync(team, cancellationToken);
        var reader = rules.ReaderFor(staff);
        var chaser = new Chaser(rules.Ladder, rules.Calendar, staff);
        var found = new TeamDecisions(record, day);
        await foreach (var page in caseload.ReadTeamAsync(team, day, cancellationToken))
        {
            foreach (var supervised in page)
            {
                found.Add(supervised, reader, chaser);
            }
        }

        return found;
    }

    private sealed class TeamDecisions(TeamRecord record, DateOnly day)
    {
        private readonly List<Obligation> obligations = [];

        public int Cases { get; private set; }

        public ChildCounts Children { get; private set; }

        public List<CaseDecision> Decisions { get; } = [];

        public List<string> Faults { get; } = [];

        public void Add(Case supervised, ObligationReader reader, Chaser chaser)
        {
            Cases++;
            Children += supervised.OrderMadeOn <= day ? ChildCounts.Of(supervised) : default;
            var before = record.Told.GetValueOrDefault(supervised.CaseRef);
            try
            {
                obligations.Clear();
                reader.Read(supervised, day, obligations);
                var chase = chaser.Decide(
                    supervised,
                    obligations,
                    before?.Marks ?? [],
                    [.. record.Acknowledgements[supervised.CaseRef]],
                    day
                );
                if (!chase.Notices.IsEmpty)
                {
                    Decisions.Add(new CaseDecision(supervised.CaseRef, before, chase));
                }
            }
            catch (OutsideBankHolidaysException outside)
            {
                Faults.Add($"Case {supervised.CaseRef} can't be judged. {outside.Message}");
            }
        }
    }
}
