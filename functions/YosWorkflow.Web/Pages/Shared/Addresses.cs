using Microsoft.AspNetCore.Http.Extensions;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Addresses of pages, for links between them.</summary>
internal static class Addresses
{
    /// <summary>The day of a person.</summary>
    public static string MyDay(
        string personId,
        DateOnly? asOf = null,
        int page = 1,
        int people = 1,
        string? csv = null
    ) =>
        With(
            "/my-day",
            ("for", personId),
            ("asOf", Iso(asOf)),
            ("page", page > 1 ? Wording.Plain(page) : null),
            ("people", people > 1 ? Wording.Plain(people) : null),
            ("csv", csv)
        );

    /// <summary>A team.</summary>
    public static string MyTeam(
        string? team = null,
        DateOnly? asOf = null,
        int page = 1,
        string? csv = null
    ) =>
        With(
            "/my-team",
            ("team", team),
            ("asOf", Iso(asOf)),
            ("page", page > 1 ? Wording.Plain(page) : null),
            ("csv", csv)
        );

    /// <summary>The risk meetings that a team has to hold.</summary>
    public static string Agenda(string team, DateOnly? asOf = null, string? csv = null) =>
        With("/my-team/agenda", ("team", team), ("asOf", Iso(asOf)), ("csv", csv));

    /// <summary>Where something overdue can be acknowledged.</summary>
    public static string Acknowledge(string caseRef, string ruleId, bool kept = false) =>
        With(
            $"/acknowledge/{Uri.EscapeDataString(caseRef)}/{Uri.EscapeDataString(ruleId)}",
            ("kept", kept ? "yes" : null)
        );

    /// <summary>What a day's chase did.</summary>
    public static string Chase(DateOnly day) => "/chases/" + IsoDate.Format(day);

    /// <summary>The obligations, of a team, of statuses, of a person, as of a day; what is null is left open.</summary>
    public static string Obligations(
        string? team = null,
        IEnumerable<ObligationStatus>? statuses = null,
        string? owedBy = null,
        DateOnly? asOf = null,
        int page = 1,
        string? csv = null
    ) =>
        With(
            "/obligations",
            ("team", team),
            ("status", string.Join(',', (statuses ?? []).Order().Select(Codes<ObligationStatus>.Of))),
            ("owedBy", owedBy),
            ("asOf", Iso(asOf)),
            ("page", page > 1 ? Wording.Plain(page) : null),
            ("csv", csv)
        );

    /// <summary>A page of the whole service, of a period, a team, a day; what is null is left open.</summary>
    public static string Service(
        string? page = null,
        Period? period = null,
        string? team = null,
        DateOnly? since = null,
        string? kind = null,
        int number = 1,
        string? csv = null
    ) =>
        With(
            page is null ? "/service" : "/service/" + page,
            ("from", Iso(period?.From)),
            ("to", Iso(period?.To)),
            ("team", team),
            ("since", Iso(since)),
            ("kind", kind),
            ("page", number > 1 ? Wording.Plain(number) : null),
            ("csv", csv)
        );

    /// <summary>The run chart of a rule, or of all together.</summary>
    public static string RunChart(
        string? ruleId,
        Period? period = null,
        string? team = null,
        string? csv = null,
        int number = 1
    ) =>
        Service("run-chart/" + Uri.EscapeDataString(ruleId ?? "all"), period, team, number: number, csv: csv);

    /// <summary>An address with those fields in its query that have a value.</summary>
    public static string With(string path, params (string Name, string? Value)[] fields)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in fields.Where(field => !string.IsNullOrEmpty(field.Value)))
        {
            query.Add(name, value!);
        }

        return path + query;
    }

    private static string? Iso(DateOnly? date) => date is { } known ? IsoDate.Format(known) : null;
}
