using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>
/// What the capture server received, and of it what was sent to them unless they look after deliveries, newest first, to look through by <c>day</c>, person (<c>to</c>) and <c>channel</c>.
/// </summary>
public sealed class SentPageRoute(ICapturedMessages captured, CaseloadTable caseload, Site site)
    : IRouteHandler
{
    private const int OnPage = 20;
    private const int LongestName = 400;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var day = fields.Date("day");
        var to = fields.Text("to", LongestName);
        var channels = fields.Codes<Channel>("channel");
        var page = fields.Number("page", 1, 1, int.MaxValue);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var all = await ReadAsync(request.SentBy(), cancellationToken);
        var chosen = all.Where(message =>
            (day is null || DayOf(message) == day)
            && (to is null || message.To == to)
            && (channels.IsEmpty || channels.Contains(message.Channel))
        );
        SecurityHeaders.AllowEmails(request.HttpContext.Response);
        return await Page.RenderAsync<SentPage>(
            request,
            new SentModel
            {
                Days = [.. all.Select(DayOf).Distinct().OrderDescending()],
                Recipients =
                [
                    .. all.Select(message => message.To)
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal),
                ],
                Day = day,
                To = to,
                Channel = channels.Count == 1 ? channels.Single() : null,
                Messages = Paged<SentMessage>.Of([.. chosen], page, OnPage),
            }
        );
    }

    private static DateOnly DayOf(SentMessage message) => DateOnly.FromDateTime(message.At.DateTime);

    private async Task<ImmutableArray<SentMessage>> ReadAsync(
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var messages = (await captured.ReadAsync(cancellationToken))
            .Where(message => IsTheirs(message, caller))
            .ToArray();
        var staff = messages.Length == 0 ? Staff.None : await caseload.ReadStaffAsync(cancellationToken);
        var names = NamesByAddress(staff);
        return
        [
            .. messages
                .Reverse()
                .Select(message => new SentMessage(
                    message.Channel,
                    site.ToLocal(message.At),
                    names.GetValueOrDefault(message.Address) ?? message.Name ?? message.Address,
                    message.Address,
                    message.Subject,
                    message.Text,
                    message.Html,
                    message.Link
                )),
        ];
    }

    private static bool IsTheirs(CapturedMessage message, Caller caller) =>
        caller.Viewer.SeesDeliveries
        || (
            caller is Caller.Person { Member: var person }
            && (IsSame(message.Address, person.Email) || IsSame(message.Address, person.EntraId))
        );

    private static bool IsSame(string address, string? own) =>
        string.Equals(address, own, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> NamesByAddress(Staff staff)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in staff.Members)
        {
            names.TryAdd(member.Email, member.Name);
            if (member.EntraId is { } entraId)
            {
                names.TryAdd(entraId, member.Name);
            }
        }

        return names;
    }
}
