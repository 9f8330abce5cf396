using System.Collections.Immutable;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>Says what is owed as of a day, in all teams or one.</summary>
public sealed class ListObligations(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules)
{
    /// <summary>Reads what is asked for.</summary>
    /// <param name="asOf">The day; nothing dated after it counts.</param>
    /// <param name="filter">Which obligations are asked for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public async Task<ObligationList> ExecuteAsync(
        DateOnly asOf,
        ObligationFilter filter,
        CancellationToken cancellationToken
    )
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var teams = await caseload.ReadTeamsAsync(cancellationToken);
        var reader = rules.ReaderFor(staff);
        var found = ImmutableArray.CreateBuilder<ListedObligation>();
        foreach (var team in teams.Where(team => filter.Team is null || team == filter.Team))
        {
            await ReadTeamAsync(team, asOf, filter, reader, found, cancellationToken);
        }

        return new ObligationList(asOf, staff, KnownTeams(teams, filter, found), found.ToImmutable());
    }

    private static ImmutableArray<string> KnownTeams(
        IEnumerable<string> teams,
        ObligationFilter filter,
        IEnumerable<ListedObligation> found
    )
    {
        var shown = found.Select(one => one.Obligation.Case.Team).ToHashSet(StringComparer.Ordinal);
        return [.. teams.Where(team => shown.Contains(team) || filter.SeenBy.KnowsTeam(team))];
    }

    private async Task ReadTeamAsync(
        string team,
        DateOnly asOf,
        ObligationFilter filter,
        ObligationReader reader,
        ImmutableArray<ListedObligation>.Builder found,
        CancellationToken cancellationToken
    )
    {
        var record = await chasing.ReadTeamAsync(team, cancellationToken);
        var obligations = new List<Obligation>();
        DateOnly? openOn = filter.NeedsOnlyOpenCases ? asOf : null;
        await foreach (var page in caseload.ReadTeamAsync(team, openOn, cancellationToken))
        {
            foreach (var supervised in page.Where(filter.SeenBy.Sees))
            {
                obligations.Clear();
                reader.Read(supervised, asOf, obligations);
                found.AddRange(
                    obligations
                        .Where(obligation => filter.Fits(obligation))
                        .Select(obligation => ListedObligation.Of(obligation, record, asOf))
                );
            }
        }
    }
}
