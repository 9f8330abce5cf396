using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>
/// What the capture server received, and of it what was sent to them unless they look after deliveries, newest first, to look through by <c>day</c>,
/// person (<c>to</c>) and <c>channel</c>; as a file: <c>csv</c>.
/// </summary>
public sealed class SentPageRoute(ICapturedMessages captured, CaseloadTable caseload, Site site)
    : IRouteHandler
{
    private const int MostRecipients = 120;
    private const int LongestName = 400;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var day = fields.Date("day");
        var to = fields.Text("to", LongestName);
        var channels = fields.Codes<Channel>("channel");
        var page = fields.Number("page", 1, 1, int.MaxValue);
        var csv = fields.Text(CsvFile.Field, 50);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var all = await ReadAsync(request, cancellationToken);
        ImmutableArray<string> recipients =
        [
            .. all.Select(message => message.To)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var isMany = recipients.Length > MostRecipients;
        var chosen = all.Where(message =>
            (day is null || DayOf(message) == day)
            && (to is null || IsTo(message, to, isMany))
            && (channels.IsEmpty || channels.Contains(message.Channel))
        );
        if (csv is not null)
        {
            return CsvFile.Of(csv, "sent", SentTable.Of(chosen));
        }

        SecurityHeaders.AllowEmails(request.HttpContext.Response);
        return await Page.RenderAsync<SentPage>(
            request,
            new SentModel
            {
                Days = [.. all.Select(DayOf).Distinct().OrderDescending()],
                Recipients = isMany ? [] : recipients,
                FindsByName = isMany,
                Day = day,
                To = to,
                Channel = channels.Count == 1 ? channels.Single() : null,
                Messages = SentPages.Of(chosen, page),
            }
        );
    }

    private static bool IsTo(SentMessage message, string to, bool isPart) =>
        isPart ? message.To.Contains(to, StringComparison.OrdinalIgnoreCase) : message.To == to;

    private static DateOnly DayOf(SentMessage message) => DateOnly.FromDateTime(message.At.DateTime);

    private async Task<ImmutableArray<SentMessage>> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var caller = request.SentBy();
        var messages = (await captured.ReadAsync(cancellationToken))
            .Where(message => IsTheirs(message, caller))
            .ToArray();
        var staff = messages.Length == 0 ? Staff.None : await request.StaffAsync(caseload, cancellationToken);
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
