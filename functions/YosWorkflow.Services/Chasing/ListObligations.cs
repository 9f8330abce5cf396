using System.Collections.Immutable;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Says what is owed as of a day, in all teams or one. Only those teams are read of which something can be asked for: two partition
/// queries each, several teams at the same time.
/// </summary>
public sealed class ListObligations(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules)
{
    // So that storage is asked anew while what it answered is worked on; more would only wait for each other.
    private const int TeamsAtOnce = 4;

    /// <summary>Reads what is asked for.</summary>
    /// <param name="asOf">The day; nothing dated after it counts.</param>
    /// <param name="filter">Which obligations are asked for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public async Task<ObligationList> ExecuteAsync(
        DateOnly asOf,
        ObligationFilter filter,
        CancellationToken cancellationToken
    ) =>
        await ExecuteAsync(
            asOf,
            filter,
            await caseload.ReadPeopleAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Reads what is asked for, of a service whose people and teams are known already.</summary>
    /// <inheritdoc cref="ExecuteAsync(DateOnly, ObligationFilter, CancellationToken)"/>
    public async Task<ObligationList> ExecuteAsync(
        DateOnly asOf,
        ObligationFilter filter,
        PeopleOfService people,
        CancellationToken cancellationToken
    )
    {
        var reader = rules.ReaderFor(people.Staff);
        var needed = people.Teams.Where(filter.NeedsTeam).ToArray();
        var found = new IReadOnlyCollection<ListedObligation>[needed.Length];
        await Parallel.ForAsync(
            0,
            needed.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = TeamsAtOnce,
                CancellationToken = cancellationToken,
            },
            async (at, stop) => found[at] = await ReadTeamAsync(needed[at].Name, asOf, filter, reader, stop)
        );
        ImmutableArray<ListedObligation> all = [.. found.SelectMany(ofTeam => ofTeam)];
        return new ObligationList(asOf, people.Staff, KnownTeams(people, filter, all), all);
    }

    private static ImmutableArray<string> KnownTeams(
        PeopleOfService people,
        ObligationFilter filter,
        IEnumerable<ListedObligation> found
    )
    {
        var shown = found.Select(one => one.Obligation.Case.Team).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. people
                .Teams.Select(team => team.Name)
                .Where(team => shown.Contains(team) || filter.SeenBy.KnowsTeam(team)),
        ];
    }

    private async Task<IReadOnlyCollection<ListedObligation>> ReadTeamAsync(
        string team,
        DateOnly asOf,
        ObligationFilter filter,
        ObligationReader reader,
        CancellationToken cancellationToken
    )
    {
        var recorded = filter.WithRecord
            ? chasing.ReadTeamAsync(team, cancellationToken)
            : Task.FromResult(TeamRecord.None);
        var owed = await ReadOwedAsync(team, asOf, filter, reader, cancellationToken);
        var record = await recorded;
        return [.. owed.Select(obligation => ListedObligation.Of(obligation, record, asOf))];
    }

    private async Task<List<Obligation>> ReadOwedAsync(
        string team,
        DateOnly asOf,
        ObligationFilter filter,
        ObligationReader reader,
        CancellationToken cancellationToken
    )
    {
        var owed = new List<Obligation>();
        var obligations = new List<Obligation>();
        DateOnly? openOn = filter.NeedsOnlyOpenCases ? asOf : null;
        await foreach (var page in caseload.ReadTeamAsync(team, openOn, cancellationToken))
        {
            foreach (var supervised in page.Where(filter.NeedsCase))
            {
                obligations.Clear();
                reader.Read(supervised, asOf, obligations);
                owed.AddRange(obligations.Where(obligation => filter.Fits(obligation)));
            }
        }

        return owed;
    }
}
