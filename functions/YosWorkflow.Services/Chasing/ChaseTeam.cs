using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
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
    public async Task<TeamChase> ExecuteAsync(
        string team,
        Staff staff,
        DateOnly day,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var decided = new List<StoredNotice>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (cases, decisions) = await DecideAsync(team, staff, day, cancellationToken);
            var chunks = ChaseChunk.Of(team, day, decisions).ToArray();
            if (dryRun)
            {
                return new TeamChase(team, cases, [.. chunks.SelectMany(chunk => chunk.Notices)]);
            }

            if (await RecordAsync(team, chunks, decided, cancellationToken))
            {
                return new TeamChase(team, cases, [.. decided]);
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

    private async Task<(int Cases, List<CaseDecision> Decisions)> DecideAsync(
        string team,
        Staff staff,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var record = await chasing.ReadTeamAsync(team, cancellationToken);
        var reader = rules.ReaderFor(staff);
        var chaser = new Chaser(rules.Ladder, rules.Calendar, staff);
        var obligations = new List<Obligation>();
        var decisions = new List<CaseDecision>();
        var cases = 0;
        await foreach (var page in caseload.ReadTeamAsync(team, day, cancellationToken))
        {
            foreach (var supervised in page)
            {
                cases++;
                obligations.Clear();
                reader.Read(supervised, day, obligations);
                var before = record.Told.GetValueOrDefault(supervised.CaseRef);
                var chase = chaser.Decide(
                    supervised,
                    obligations,
                    before?.Marks ?? [],
                    [.. record.Acknowledgements[supervised.CaseRef]],
                    day
                );
                if (!chase.Notices.IsEmpty)
                {
                    decisions.Add(new CaseDecision(supervised.CaseRef, before, chase));
                }
            }
        }

        return (cases, decisions);
    }
}
