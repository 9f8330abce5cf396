using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>Which team is to be shown, as of which day.</summary>
/// <param name="Team">The team, which is theirs to see.</param>
/// <param name="Day">The day.</param>
/// <param name="IsToday">Whether that is today.</param>
internal sealed record TeamChoice(string Team, DateOnly Day, bool IsToday)
{
    private const int LongestTeam = 200;

    /// <summary>
    /// The team that is asked for (<c>team</c>), or else the reader's own. Where there is none to show, the answer that says so, or
    /// lets them choose.
    /// </summary>
    public static async Task<(TeamChoice? Choice, IResult? Answer)> ReadAsync(
        HttpRequest request,
        RequestFields fields,
        CaseloadTable caseload,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var viewer = request.Viewer();
        var day = fields.Date("asOf") ?? today;
        var own =
            request.SentBy() is Caller.Person { Member.Team: { } team } && viewer.SeesTeam(team)
                ? team
                : null;
        var asked = fields.Text("team", LongestTeam) ?? own ?? viewer.LedTeams.FirstOrDefault();
        if (fields.Errors.Count > 0)
        {
            return (null, fields.Refusal());
        }

        if (!viewer.SeesEveryCase && !viewer.LedTeams.Any())
        {
            return (
                null,
                Problem.Result(
                    ProblemKind.NotYours,
                    "A team’s page is for those who supervise or manage the team."
                )
            );
        }

        if (asked is not null && viewer.SeesTeam(asked) && StorageKey.FaultOf(asked) is null)
        {
            return (new TeamChoice(asked, day, day == today), null);
        }

        var teams = viewer.SeesEveryCase
            ? await caseload.ReadTeamsAsync(cancellationToken)
            : [.. viewer.LedTeams];
        return (
            null,
            await Page.RenderAsync<WhichTeamPage>(
                request,
                new WhichTeamModel(asked, [.. teams]),
                asked is null ? StatusCodes.Status200OK : ProblemKind.NotFound.Status
            )
        );
    }
}
