using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>
/// What one person (<c>for</c>, otherwise who is signed in) owes or has to know, as of today or another day (<c>asOf</c>). Every
/// digest leads here, to a <c>line</c> of it; a table of it as a file: <c>csv</c>. Whose day can be looked for by name (<c>find</c>).
/// </summary>
public sealed class MyDayPageRoute(
    ListObligations obligations,
    CaseloadTable caseload,
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
        var choice = DayChoice.Read(fields);
        var find = request.Query.ContainsKey("find") ? fields.Text("find", LongestId) ?? "" : null;
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var viewer = request.Viewer();
        var people = await request.PeopleAsync(caseload, cancellationToken);
        if (find is not null || people.Staff.Find(personId) is not { } person || !viewer.SeesDayOf(person))
        {
            personId = find is null ? personId : null;
            return await Page.RenderAsync<WhoseDayPage>(
                request,
                WhoseDayModel.Of(personId, find, choice.Page, people.Staff.ByName(viewer)),
                personId is null ? StatusCodes.Status200OK : ProblemKind.NotFound.Status
            );
        }

        var filter = new ObligationFilter
        {
            SeenBy = viewer,
            Concerning = new Concern(person, people.Staff),
            Statuses = ObligationFilter.Open,
            DueThrough = rules.Calendar.Add(day, Standing.SoonWorkingDays),
        };
        var found = await obligations.ExecuteAsync(day, filter, people, cancellationToken);
        var model = MyDayModel.For(person, found.Standing(rules), day == today, choice);
        return csv is null
            ? await Page.RenderAsync<MyDayPage>(request, model)
            : CsvFile.Of(csv, "day", [.. model.Tables]);
    }
}
