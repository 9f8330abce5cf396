using System.Runtime.InteropServices;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Learning;

/// <summary>
/// Shows the whole service's cases to who counts something in them: one query for the teams, and each team's cases once, a thousand a
/// transaction. A few teams are read at a time, and no more than a page of each is held.
/// </summary>
public sealed class ReadService(CaseloadTable caseload, ServiceRules rules)
{
    private const int TeamsAtOnce = 4;

    /// <summary>Reads the service.</summary>
    /// <param name="asOf">The day as of which obligations are worked out.</param>
    /// <param name="openOn">Cases that were over before this day are left out; null: none is.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="tallies">Who counts; each is shown every case, one at a time.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The teams that hold a case or have held one, and the cases that could not be judged.</returns>
    public async Task<ServiceRead> ExecuteAsync(
        DateOnly asOf,
        DateOnly? openOn,
        Staff staff,
        IReadOnlyList<ICaseTally> tallies,
        CancellationToken cancellationToken
    )
    {
        var teams = await caseload.ReadTeamsAsync(cancellationToken);
        var counting = new Counting(rules.ReaderFor(staff), asOf, tallies);
        await Parallel.ForEachAsync(
            teams,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = TeamsAtOnce,
                CancellationToken = cancellationToken,
            },
            async (team, stop) =>
            {
                await foreach (var page in caseload.ReadTeamAsync(team, openOn, stop))
                {
                    counting.Add(page);
                }
            }
        );
        return new ServiceRead(teams, counting.NotJudged);
    }

    private sealed class Counting(ObligationReader reader, DateOnly asOf, IReadOnlyList<ICaseTally> tallies)
    {
        private readonly Lock gate = new();
        private readonly List<Obligation> obligations = [];

        public List<(Case Case, string Why)> NotJudged { get; } = [];

        public void Add(IReadOnlyList<Case> page)
        {
            lock (gate)
            {
                foreach (var supervised in page)
                {
                    Add(supervised);
                }
            }
        }

        private void Add(Case supervised)
        {
            obligations.Clear();
            try
            {
                reader.Read(supervised, asOf, obligations);
            }
            catch (OutsideBankHolidaysException outside)
            {
                obligations.Clear();
                NotJudged.Add((supervised, outside.Message));
            }

            var owed = CollectionsMarshal.AsSpan(obligations);
            foreach (var tally in tallies)
            {
                tally.Add(supervised, owed);
            }
        }
    }
}

/// <summary>What was read of the service.</summary>
/// <param name="Teams">The teams that hold a case or have held one, in ordinal order.</param>
/// <param name="NotJudged">The cases on which obligations could not be worked out, and why; they count as owing nothing.</param>
public sealed record ServiceRead(
    IReadOnlyList<string> Teams,
    IReadOnlyList<(Case Case, string Why)> NotJudged
);
