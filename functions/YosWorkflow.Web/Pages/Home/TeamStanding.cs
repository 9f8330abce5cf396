using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>How a team stands.</summary>
/// <param name="Team">The team.</param>
/// <param name="OpenCases">On how many of its cases anything is open.</param>
/// <param name="Tally">How much there is of each urgency.</param>
/// <param name="LongestLate">By how many working days the longest overdue item is late; 0 if none is.</param>
public sealed record TeamStanding(string Team, int OpenCases, Tally Tally, int LongestLate)
{
    /// <summary>How each team stands, from what is open: by team and then by case, as it is listed.</summary>
    internal static IReadOnlyList<TeamStanding> AllOf(
        IEnumerable<ListedObligation> open,
        DateOnly soonThrough
    )
    {
        var teams = new List<TeamStanding>();
        var caseRef = "";
        foreach (var (obligation, _) in open)
        {
            var owedOn = obligation.Case;
            if (teams.Count == 0 || teams[^1].Team != owedOn.Team)
            {
                teams.Add(new(owedOn.Team, 0, default, 0));
                caseRef = "";
            }

            var before = teams[^1];
            teams[^1] = new(
                before.Team,
                before.OpenCases + (owedOn.CaseRef == caseRef ? 0 : 1),
                before.Tally.With(Urgencies.Of(obligation, soonThrough)),
                Math.Max(before.LongestLate, obligation.WorkingDaysOverdue)
            );
            caseRef = owedOn.CaseRef;
        }

        return teams;
    }
}
