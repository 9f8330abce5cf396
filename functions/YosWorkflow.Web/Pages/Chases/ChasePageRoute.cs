using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Chases;

/// <summary>What a day's chase did; a table of it as a file: <c>csv</c>.</summary>
public sealed class ChasePageRoute(ReadChase chases, CaseloadTable caseload, ServiceRules rules)
    : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (day, refusal) = ChaseDate.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var fields = RequestFields.OfQuery(request.Query);
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        if (await chases.ExecuteAsync(day, cancellationToken) is not var (run, report, digests))
        {
            return ChaseDate.NeverStarted(day);
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var model = ModelOf(run, report, digests, staff, page);
        return csv is null
            ? await Page.RenderAsync<ChasePage>(request, model)
            : CsvFile.Of(csv, "chase", model.Told, model.Items, model.NotTold);
    }

    private ChaseModel ModelOf(
        ChaseRun run,
        ChaseReport report,
        IReadOnlyList<StoredDigest> digests,
        Staff staff,
        int page
    )
    {
        var tables = new ChaseTables(staff, rules.Pack);
        return new()
        {
            Day = run.Day,
            Finished = run.FinishedAt is not null,
            WhyNobody = report.WhyNobody,
            Transactions = run.FinishedAt is null ? null : run.Transactions,
            People = digests.DistinctBy(digest => digest.Key.PersonId).Count(),
            States = digests.CountBy(digest => digest.State).ToDictionary(),
            Told = tables.Told(digests),
            Page = page,
            Items = tables.Items(digests),
            NotTold = tables.NotTold(report),
        };
    }
}
