using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// Reads one team as of a day: what is open on its cases, and what was acknowledged on any of them. Two partition queries, however
/// large the service around it is.
/// </summary>
public sealed class ReadTeam(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules)
{
    /// <summary>Reads a team. Whether who asks may see it is for the caller to know.</summary>
    /// <param name="team">The team.</param>
    /// <param name="asOf">The day; nothing dated after it counts.</param>
    /// <param name="staff">The staff list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public async Task<TeamOnDay> ExecuteAsync(
        string team,
        DateOnly asOf,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        var recorded = chasing.ReadTeamAsync(team, cancellationToken);
        var reader = rules.ReaderFor(staff);
        var cases = ImmutableArray.CreateBuilder<Case>();
        var open = new List<Obligation>();
        var obligations = new List<Obligation>();
        await foreach (var page in caseload.ReadTeamAsync(team, asOf, cancellationToken))
        {
            foreach (var supervised in page.Where(one => one.OrderMadeOn <= asOf))
            {
                cases.Add(supervised);
                obligations.Clear();
                reader.Read(supervised, asOf, obligations);
                open.AddRange(obligations.Where(obligation => obligation.IsOpen));
            }
        }

        var record = await recorded;

        return new TeamOnDay(
            asOf,
            team,
            cases.ToImmutable(),
            [.. open.Select(obligation => ListedObligation.Of(obligation, record, asOf))],
            [.. record.Acknowledgements.SelectMany(ofCase => ofCase).OrderByDescending(one => one.At)]
        );
    }
}

/// <summary>A team as of a day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Team">The team.</param>
/// <param name="Cases">Its open cases, in ordinal order.</param>
/// <param name="Open">What is open on them, by case and then in the pack's order of rules.</param>
/// <param name="Acknowledged">What was acknowledged on its cases, open or closed since, the latest first.</param>
public sealed record TeamOnDay(
    DateOnly AsOf,
    string Team,
    ImmutableArray<Case> Cases,
    ImmutableArray<ListedObligation> Open,
    ImmutableArray<Acknowledgement> Acknowledged
);
