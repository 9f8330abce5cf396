using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>
/// The messages of the last days with their state, those that are parked first, and who can't be reached. They can be chosen by
/// <c>state</c>, and taken away as a file: <c>csv</c>.
/// </summary>
public sealed class DeliveriesPageRoute(
    DigestTable digests,
    CaseloadTable caseload,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    /// <summary>Of how many days messages are shown: what is parked for longer is no longer told to anybody.</summary>
    private const int DaysBack = TellOfParked.DaysBack;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var states = fields.Codes<DigestState>("state");
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var since = site.Today(clock).AddDays(-DaysBack);
        var read = await digests.ReadSinceAsync(since, Enum.GetValues<DigestState>(), cancellationToken);
        var staff = await request.StaffAsync(caseload, cancellationToken);
        DigestState? state = states.Count == 1 ? states.Single() : null;
        var model = DeliveriesModel.Of(read, staff, since, state, page, site);
        return csv is null
            ? await Page.RenderAsync<DeliveriesPage>(request, model)
            : CsvFile.Of(csv, "deliveries", model.Parked, model.Messages, model.Unreachable);
    }
}
