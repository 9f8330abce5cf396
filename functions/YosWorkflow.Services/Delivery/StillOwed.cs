using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Says what is still owed by the caseload as it is now: an obligation that has been met, has ended, or rests because somebody
/// acknowledged it, is not. What is told under a rule that the pack does not know is not for it to judge, and stays.
/// </summary>
/// <remarks>
/// One query for the teams, one for the open cases of each, and one more where any of the cases is: what was acknowledged.
/// </remarks>
public sealed class StillOwed(CaseloadTable caseload, ChasingTable chasing, ServiceRules rules) : IStillOwed
{
    /// <inheritdoc/>
    public async Task<OwedNow> ReadAsync(
        IReadOnlySet<string> caseRefs,
        Staff staff,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var teams = new Dictionary<string, string>(StringComparer.Ordinal);
        var owed = new HashSet<(string, string, DateOnly)>();
        var reader = rules.ReaderFor(staff);
        foreach (var team in await caseload.ReadTeamsAsync(cancellationToken))
        {
            var open = await OpenAsync(team, caseRefs, asOf, cancellationToken);
            foreach (var supervised in open)
            {
                teams[supervised.CaseRef] = team;
            }

            if (open.Count > 0)
            {
                await AddOwedAsync(team, open, reader, asOf, owed, cancellationToken);
            }
        }

        return new OwedNow(
            teams,
            item =>
                rules.Pack.Find(item.RuleId) is null
                || owed.Contains((item.CaseRef, item.RuleId, item.ClockStarted))
        );
    }

    private async Task<List<Case>> OpenAsync(
        string team,
        IReadOnlySet<string> caseRefs,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var open = new List<Case>();
        await foreach (var page in caseload.ReadTeamAsync(team, asOf, cancellationToken))
        {
            open.AddRange(page.Where(one => caseRefs.Contains(one.CaseRef)));
        }

        return open;
    }

    private async Task AddOwedAsync(
        string team,
        List<Case> open,
        ObligationReader reader,
        DateOnly asOf,
        HashSet<(string CaseRef, string RuleId, DateOnly ClockStarted)> owed,
        CancellationToken cancellationToken
    )
    {
        var acknowledged = (await chasing.ReadTeamAsync(team, cancellationToken)).Acknowledgements;
        var obligations = new List<Obligation>();
        foreach (var supervised in open)
        {
            obligations.Clear();
            reader.Read(supervised, asOf, obligations);
            owed.UnionWith(
                obligations
                    .Where(one =>
                        one.IsOpen && !acknowledged[supervised.CaseRef].Any(word => word.Rests(one, asOf))
                    )
                    .Select(one => (supervised.CaseRef, one.Rule.RuleId, one.ClockStarted))
            );
        }
    }
}
