using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using YosWorkflow.Core;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>How a route of access.txt is asked for somebody's, and how an answer to it is written there.</summary>
internal static class AccessRequests
{
    /// <summary>A request of a route.</summary>
    public static HttpRequestMessage To(
        AccessLine line,
        string caller,
        IReadOnlyDictionary<string, string> actions
    )
    {
        var of = AccessCaseload.Owned[line.Of];
        var (method, template) = (line.Route.Split(' ')[0], line.Route.Split(' ')[1]);
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            template
                .Replace("{caseRef}", of.CaseRef, StringComparison.Ordinal)
                .Replace("{ruleId}", AccessCaseload.RuleId, StringComparison.Ordinal)
                .Replace("{date}", IsoDate.Format(Seed.Today), StringComparison.Ordinal)
                .Replace("{name}", "site.css", StringComparison.Ordinal)
                .Replace("{personId}", "CM1", StringComparison.Ordinal)
                .Replace("{channel}", "email", StringComparison.Ordinal)
                .Replace("{id}", new string('0', 64), StringComparison.Ordinal)
                .Replace("{programme}", AccessAudit.Round.ProgrammeId, StringComparison.Ordinal)
                .Replace("{report}", "compliance", StringComparison.Ordinal)
                .Replace("{month}", "2011-10", StringComparison.Ordinal)
                .Replace("{actionId}", actions.GetValueOrDefault(of.CaseRef), StringComparison.Ordinal)
                + QueryOf(line.Route, of)
        )
        {
            Content = BodyOf(line.Route, of, caller),
        };
        if (request.Content is FormUrlEncodedContent || line.Route == "POST /import")
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
            "GET /sent" => Shows(text.Contains($"About {of.CaseRef}", StringComparison.Ordinal)),
            "GET /api/audits/{programme}/{month}" => Shows(IsInRound(text, of.CaseRef)),
            "GET /audits" or "GET /audits/{programme}/{month}" => Shows(
                text.Contains(of.CaseRef, StringComparison.Ordinal)
            ),
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

    // Who sees only some of a round's cases is told of no totals of it; who is told of them sees all four.
    private static bool IsInRound(string json, string caseRef)
    {
        var answer = JsonDocument.Parse(json).RootElement;
        var cases = answer.GetProperty("cases").EnumerateArray().ToArray();
        Assert.Equal(answer.TryGetProperty("progress", out _), answer.TryGetProperty("frame_size", out _));
        Assert.True(!answer.TryGetProperty("size", out _) || cases.Length == 4);
        return cases.Any(item => item.GetProperty("case_ref").GetString() == caseRef);
    }

    private static string Number(int status) =>
        status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Shows(bool seen) => seen ? "see" : "none";

    private static string QueryOf(string route, Owned of) =>
        route switch
        {
            "GET /api/obligations" => "?pageSize=1000",
            "GET /my-day" => $"?for={of.ManagerId}",
            "GET /my-team" or "GET /my-team/agenda" => $"?team={of.Team}",
            _ => AccessReturns.QueryOf(route) ?? "",
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
            "POST /acknowledge/{caseRef}/{ruleId}" => new FormUrlEncodedContent([
                KeyValuePair.Create("reason", "The family has moved."),
                KeyValuePair.Create("until-day", "14"),
                KeyValuePair.Create("until-month", "10"),
                KeyValuePair.Create("until-year", "2011"),
            ]),
            "POST /import" => new MultipartFormDataContent
            {
                {
                    new ByteArrayContent(Encoding.UTF8.GetBytes(AccessCaseload.StaffFile)),
                    "staff",
                    "staff.csv"
                },
            },
            "POST /import/{id}/confirm" => new FormUrlEncodedContent([
                KeyValuePair.Create("attempt", Guid.Empty.ToString()),
            ]),
            "POST /deliveries/{date}/{personId}/{channel}/give-up" => new FormUrlEncodedContent([
                KeyValuePair.Create("note", "Told by telephone."),
            ]),
            "POST /import/{id}/discard" or "POST /deliveries/{date}/{personId}/{channel}/retry" =>
                new FormUrlEncodedContent([]),
            "POST /sign-out" => new FormUrlEncodedContent([]),
            "POST /audits/draw" => AuditForms.Draw(),
            "POST /audits/draw/confirm" => AuditForms.Confirmation(),
            "POST /audits/{programme}/{month}/{caseRef}/auditor" => AuditForms.Auditor(),
            _ when route.StartsWith("POST /audits/", StringComparison.Ordinal) => AccessReturns.BodyOf(
                route,
                of
            ),
            _ => route.Contains(" /api/", StringComparison.Ordinal) ? AuditBodyOf(route, of, caller) : null,
        };

    private static JsonContent? AuditBodyOf(string route, Owned of, string caller)
    {
        if (route.StartsWith("GET", StringComparison.Ordinal))
        {
            return null;
        }

        var names = caller is "KEY" or "DEV";
        return route.Split('/')[^1] switch
        {
            "samples" => JsonContent.Create(
                new { programme = AccessAudit.Round.ProgrammeId, month = "2011-10" }
            ),
            "{caseRef}" when route.StartsWith("PUT", StringComparison.Ordinal) => Return(
                of,
                names ? of.ReaderId : null
            ),
            "second-check" when route.StartsWith("PUT", StringComparison.Ordinal) => Part(
                names ? "SEC" : null
            ),
            "auditor" => Named(
                names ? "EPM" : null,
                ("to", "SEC"),
                ("reason", "They have too much on at present.")
            ),
            "reopenings" => Named(names ? "EPM" : null, ("reason", "One answer is missing.")),
            "comments" => Named(names ? of.ManagerId : null, ("text", "We have agreed on it.")),
            "actions" => Named(
                names ? "EPM" : null,
                ("text", "Ask again."),
                ("owner", of.ManagerId),
                ("dueOn", "2011-11-04")
            ),
            "completion" => Named(names ? of.ManagerId : null, ("note", "It is done.")),
            _ => null,
        };
    }

    // What is in already is handed in again, which changes nothing; of the others a part.
    private static JsonContent Return(Owned of, string? by) =>
        AccessAudit.In.Contains(of.CaseRef, StringComparer.Ordinal)
            ? Answers(by, AccessAudit.Questions, submit: true)
            : Part(by);

    private static JsonContent Part(string? by) => Answers(by, AccessAudit.Questions.Take(1), submit: false);

    private static JsonContent Answers(string? by, IEnumerable<string> questions, bool submit) =>
        JsonContent.Create(
            new
            {
                by,
                submit,
                answers = questions.ToDictionary(
                    question => question,
                    _ => new { answer = "met" },
                    StringComparer.Ordinal
                ),
            }
        );

    private static JsonContent Named(string? by, params (string Name, string? Value)[] fields) =>
        JsonContent.Create(
            fields
                .Append(("by", by))
                .Where(field => field.Item2 is not null)
                .ToDictionary(field => field.Item1, field => field.Item2, StringComparer.Ordinal)
        );

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
