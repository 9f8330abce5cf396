using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>
/// What one person (<c>for</c>, otherwise who is signed in) owes or has to know, as of today or another day (<c>asOf</c>). Every
/// digest leads here.
/// </summary>
public sealed class MyDayPageRoute(
    ListObligations obligations,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int LongestId = 200;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var personId = fields.Text("for", LongestId) ?? (request.SentBy() as Caller.Person)?.Member.StaffId;
        var today = site.Today(clock);
        var day = fields.Date("asOf") ?? today;
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var viewer = request.Viewer();
        var open = new ObligationFilter { SeenBy = viewer, Statuses = ObligationFilter.Open };
        var found = await obligations.ExecuteAsync(day, open, cancellationToken);
        return found.Staff.Find(personId) is { } person && viewer.SeesDayOf(person)
            ? await Page.RenderAsync<MyDayPage>(
                request,
                MyDayModel.For(person, found.Standing(rules), day == today)
            )
            : await Page.RenderAsync<WhoseDayPage>(
                request,
                new WhoseDayModel(personId, found.Staff.ByName(viewer)),
                personId is null ? StatusCodes.Status200OK : ProblemKind.NotFound.Status
            );
    }
}
