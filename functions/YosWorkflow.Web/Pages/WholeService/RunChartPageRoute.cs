using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>
/// The run chart of a rule, or of everything (<c>all</c>), in the whole service or a team (<c>team</c>), over a period (<c>from</c>,
/// <c>to</c>). A table of it as a file: <c>csv</c>.
/// </summary>
public sealed class RunChartPageRoute(
    ServiceReader service,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const string All = "all";
    private const int LongestTeam = 200;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var ruleId = (string)request.RouteValues["ruleId"]!;
        var rule = rules.Pack.Find(ruleId);
        if (rule is null && ruleId != All)
        {
            return Problem.NotFound("There is no such rule.");
        }

        var fields = RequestFields.OfQuery(request.Query);
        var csv = fields.Text(CsvFile.Field, 50);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var team = fields.Text("team", LongestTeam);
        if (PeriodChoice.Of(fields, site.Today(clock)) is not { } choice)
        {
            return fields.Refusal();
        }

        var tally = new OnTimeTally(rules.Pack, choice.Period, choice.AsOf);
        var reading = await service.ReadAsync(
            request,
            choice.AsOf,
            choice.Period.From,
            _ => [tally],
            cancellationToken
        );
        if (team is not null && !reading.Teams.Contains(team, StringComparer.Ordinal))
        {
            return Problem.NotFound("There is no such team.");
        }

        var model = OnTimeModel.Of(tally, choice, reading, page, rule, team);
        return csv is null
            ? await Page.RenderAsync<RunChartPage>(request, model)
            : CsvFile.Of(csv, rule?.RuleId ?? All, model.Tables);
    }
}
