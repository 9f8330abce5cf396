using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Obligations;

/// <summary>
/// Lists obligations as of a day (<c>asOf</c>, otherwise today), of a <c>team</c>, of one or several <c>status</c>es with commas
/// between them, owed by a person (<c>owedBy</c>): <c>pageSize</c> at a time, the next ones <c>after</c> the last.
/// </summary>
public sealed class ListObligationsRoute(
    ListObligations obligations,
    ServiceRules rules,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int MostOnPage = 1_000;
    private const int UsuallyOnPage = 100;
    private const int LongestId = 200;
    private const int LongestCursor = 2_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var asOf = fields.Date("asOf") ?? site.Today(clock);
        var filter = new ObligationFilter
        {
            SeenBy = request.Viewer(),
            Team = fields.Text("team", LongestId),
            Statuses = fields.Codes<ObligationStatus>("status"),
            OwedById = fields.Text("owedBy", LongestId),
        };
        var pageSize = fields.Number("pageSize", UsuallyOnPage, 1, MostOnPage);
        var cursor = CursorIn(fields);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var found = await obligations.ExecuteAsync(asOf, filter, cancellationToken);
        var start = cursor?.CountBefore(found.Obligations, rules.Pack) ?? 0;
        var page = found.Obligations.Skip(start).Take(pageSize).ToArray();
        return ApiJson.Result(
            new ObligationPageAnswer(
                asOf,
                found.Obligations.Length,
                [.. page.Select(ObligationAnswer.Of)],
                start + page.Length < found.Obligations.Length
                    ? Next(request, asOf, ObligationCursor.Behind(page[^1].Obligation))
                    : null
            )
        );
    }

    private static ObligationCursor? CursorIn(RequestFields fields)
    {
        if (fields.Text("after", LongestCursor) is not { } text)
        {
            return null;
        }

        var cursor = ObligationCursor.Read(text);
        if (cursor is null)
        {
            fields.Refuse("after", "It is not the end of a page; take it from the answer's next.");
        }

        return cursor;
    }

    // The day is fixed in it, so that pages that are read across midnight belong together.
    private static string Next(HttpRequest request, DateOnly asOf, ObligationCursor cursor) =>
        Addresses.With(
            request.Path,
            ("asOf", IsoDate.Format(asOf)),
            ("team", request.Query["team"]),
            ("status", request.Query["status"]),
            ("owedBy", request.Query["owedBy"]),
            ("pageSize", request.Query["pageSize"]),
            ("after", cursor.ToString())
        );
}
