using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>What a caller fills into an address is a text that is looked for, and nothing else.</summary>
[Collection(nameof(AccessSites))]
public sealed class AddressTests(AccessSites sites)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile =>
        [
            "'",
            "' or PartitionKey ne '",
            "K-OWN' or '1'='1",
            "\"",
            "K-OWN%2FK-GONE",
            "..%2F..%2Fetc%2Fpasswd",
            "K-OWN%5C",
            "K-OWN%23",
            "K-OWN%3Fx",
            "K-OWN%7CK-GONE",
            "told%7CK-OWN",
            "ack%7CK-OWN",
            "case%7CK-OWN",
            "%00",
            "K-OWN%00",
            "%0D%0ASet-Cookie:%20a=b",
            "%7F",
            "%C2%85",
            "%EF%BF%BD",
            "%EF%BF%BF",
            "%F0%9F%98%80",
            "%2525",
            "%252F",
            "%253Cscript%253E",
            "<script>alert(1)</script>",
            "{0}",
            "${jndi:ldap://x}",
            "%27%29%3B--",
            "NaN",
            "-1",
            "9999-99-99",
            "0001-01-01",
            "9999-12-31",
            "2011-10-04T00:00:00Z",
            " ",
            "%20",
            "..%2E",
            "~",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Send_ThroughEveryPartOfEveryAddress_FindsNothingAndChangesNothing(string text)
    {
        var before = await StoredRows.ReadAsync(sites.Azure.Storage, Stop);
        foreach (var route in EveryRoute.WithParts)
        {
            foreach (var part in PartsOf(route.Template))
            {
                using var request = EveryRoute.GoodRequest($"{route.Method} {route.Template}", sites.Actions);
                request.RequestUri = new Uri(
                    sites.Azure.Client.BaseAddress!,
                    Filled(route.Template, part, Uri.EscapeDataString(Uri.UnescapeDataString(text)))
                );

                using var answer = await sites.Azure.Client.SendAsync(request, Stop);

                Assert.True(
                    (int)answer.StatusCode is >= 400 and < 500,
                    $"{route.Method} {request.RequestUri}: {(int)answer.StatusCode}"
                );
                Assert.False(answer.Headers.Contains("Set-Cookie"));
                var body = await answer.Content.ReadAsStringAsync(Stop);
                AssertHarmless(answer, body);
            }
        }

        Assert.Equal(before, await StoredRows.ReadAsync(sites.Azure.Storage, Stop));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Get_ThroughEveryFieldOfEveryQuery_FindsNothing(string text)
    {
        (string Address, string Field)[] fields =
        [
            ("/api/obligations", "team"),
            ("/api/obligations", "owedBy"),
            ("/api/obligations", "status"),
            ("/api/obligations", "asOf"),
            ("/api/obligations", "after"),
            ("/api/obligations", "pageSize"),
            ("/obligations", "team"),
            ("/obligations", "owedBy"),
            ("/obligations", "page"),
            ("/my-day", "for"),
            ("/my-day", "asOf"),
            ("/", "asOf"),
            ("/sent", "to"),
            ("/sent", "day"),
        ];
        foreach (var (address, field) in fields)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                $"{address}?{field}={Uri.EscapeDataString(Uri.UnescapeDataString(text))}"
            );
            await sites.SignAsync(request, "azure", "PS1", Stop);

            using var answer = await sites.Azure.Client.SendAsync(request, Stop);

            var body = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True((int)answer.StatusCode < 500, $"{request.RequestUri}: {body}");
            AssertHarmless(answer, body);
        }
    }

    // In JSON it is a text that no browser takes for anything else.
    private static void AssertHarmless(HttpResponseMessage answer, string body)
    {
        Assert.DoesNotContain("K-OTHER", body, StringComparison.Ordinal);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<string> PartsOf(string template) =>
        template.Split('/').Where(part => part.StartsWith('{'));

    private static string Filled(string template, string hostile, string text)
    {
        (string Part, string Good)[] parts =
        [
            ("{caseRef}", "K-OWN"),
            ("{ruleId}", AccessCaseload.RuleId),
            ("{date}", "2011-10-04"),
            ("{name}", "site.css"),
            ("{programme}", "golden-thread"),
            ("{month}", "2011-10"),
            ("{actionId}", "0"),
        ];
        return parts.Aggregate(
            template,
            (address, part) =>
                address.Replace(part.Part, part.Part == hostile ? text : part.Good, StringComparison.Ordinal)
        );
    }
}
