using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Reads cases of many teams as they are now, a team at a time.</summary>
internal static class PresentCases
{
    /// <summary>Those of the cases that there are, by reference.</summary>
    public static async Task<Dictionary<string, Case>> ReadAsync(
        CaseloadTable caseload,
        IReadOnlySet<string> caseRefs,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, Case>(StringComparer.Ordinal);
        foreach (var team in await caseload.ReadTeamsAsync(cancellationToken))
        {
            await foreach (var page in caseload.ReadTeamAsync(team, openOn: null, cancellationToken))
            {
                foreach (var present in page.Where(present => caseRefs.Contains(present.CaseRef)))
                {
                    found[present.CaseRef] = present;
                }
            }
        }

        return found;
    }
}
