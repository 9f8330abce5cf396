using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using YosWorkflow.Core;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>How a route of access.txt is asked for somebody's, and how an answer to it is written there.</summary>
internal static class AccessRequests
{
    /// <summary>A request of a route.</summary>
    public static HttpRequestMessage To(AccessLine line, string caller)
    {
        var of = AccessCaseload.Owned[line.Of];
        var (method, template) = (line.Route.Split(' ')[0], line.Route.Split(' ')[1]);
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            template
                .Replace("{caseRef}", of.CaseRef, StringComparison.Ordinal)
                .Replace("{ruleId}", AccessCaseload.RuleId, StringComparison.Ordinal)
                .Replace("{date}", IsoDate.Format(Seed.Today), StringComparison.Ordinal)
                .Replace("{name}", "site.css", StringComparison.Ordinal) + QueryOf(line.Route, of)
        )
        {
            Content = BodyOf(line.Route, of, caller),
        };
        if (request.Content is FormUrlEncodedContent)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        return request;
    }

    /// <summary>An answer as the table writes it.</summary>
    public static async Task<string> WordOfAsync(
        AccessLine line,
        HttpResponseMessage answer,
        CancellationToken stop
    )
    {
        var status = (int)answer.StatusCode;
        var of = AccessCaseload.Owned[line.Of];
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (status != 200)
        {
            return Number(status);
        }

        return line.Route switch
        {
            "GET /api/obligations" => Shows(IsListed(text, of.CaseRef)),
            "GET /obligations" => Shows(text.Contains($">{of.CaseRef}<", StringComparison.Ordinal)),
            "GET /" => Shows(text.Contains($"/obligations?team={of.Team}", StringComparison.Ordinal)),
            _ => Number(status),
        };
    }

    // What is not shown is not counted either: the total is that of the cases that are.
    private static bool IsListed(string json, string caseRef)
    {
        var answer = JsonDocument.Parse(json).RootElement;
        var items = answer.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(items.Length, answer.GetProperty("total").GetInt32());
        return items.Any(item => item.GetProperty("case_ref").GetString() == caseRef);
    }

    private static string Number(int status) =>
        status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Shows(bool seen) => seen ? "see" : "none";

    private static string QueryOf(string route, Owned of) =>
        route switch
        {
            "GET /api/obligations" => "?pageSize=1000",
            "GET /my-day" => $"?for={of.ManagerId}",
            _ => "",
        };

    private static HttpContent? BodyOf(string route, Owned of, string caller) =>
        route switch
        {
            "POST /api/caseload/imports" => new MultipartFormDataContent
            {
                {
                    new ByteArrayContent(Encoding.UTF8.GetBytes(AccessCaseload.StaffFile)),
                    "staff",
                    "staff.csv"
                },
            },
            "POST /api/chases" => JsonContent.Create(new { asOf = IsoDate.Format(Seed.Today) }),
            "POST /api/obligations/{caseRef}/{ruleId}/acknowledgements" => Acknowledgement(of, caller),
            "POST /api/webhooks/sendgrid" => JsonContent.Create(Array.Empty<string>()),
            "POST /sign-in" => new FormUrlEncodedContent([
                KeyValuePair.Create("staffId", "CM1"),
                KeyValuePair.Create("return", "/my-day"),
            ]),
            "POST /sign-out" => new FormUrlEncodedContent([]),
            _ => null,
        };

    // A program names who acknowledges; a person does so in their own name.
    private static JsonContent Acknowledgement(Owned of, string caller)
    {
        const string Reason = "The family has moved.";
        const string Until = "2011-10-14";
        return caller == "KEY"
            ? JsonContent.Create(
                new
                {
                    reason = Reason,
                    until = Until,
                    by = of.OverseerId,
                }
            )
            : JsonContent.Create(new { reason = Reason, until = Until });
    }
}
