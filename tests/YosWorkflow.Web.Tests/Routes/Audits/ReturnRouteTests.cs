using System.Net;
using System.Text.Json;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes.Audits;

public sealed class ReturnRouteTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_InPartsThenSubmitted_IsKeptUnderItsEntityTag()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var (address, auditor) = await FirstAsync(site);

        var before = await site.Client.GetAsync(address, Stop);
        var part = await site.SendAsync(
            HttpMethod.Put,
            address,
            $$"""{ "by": "{{auditor}}", "answers": { "supervision": { "answer": "partly", "seen": "Once." } } }"""
        );
        var read = await site.Client.GetAsync(address, Stop);
        var whole = await site.SendAsync(
            HttpMethod.Put,
            address,
            AuditSite.Whole(),
            read.Headers.ETag!.ToString()
        );
        var repeated = await site.SendAsync(HttpMethod.Put, address, AuditSite.Whole(), "\"1\"");

        Assert.Null(before.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.Equal(("\"1\"", "\"1\""), (part.Headers.ETag!.ToString(), read.Headers.ETag!.ToString()));
        var view = await read.JsonAsync();
        Assert.Equal("started", view.GetProperty("state").GetString());
        Assert.Equal("2011-10-18", view.GetProperty("due_on").GetString());
        Assert.Equal("Once.", Question(view, "supervision").GetProperty("seen").GetString());
        Assert.Contains(
            "overdue since 22 Aug 2011",
            Question(view, "plan-objectives").GetProperty("record")[0].GetString(),
            StringComparison.Ordinal
        );
        var kept = await whole.JsonAsync();
        Assert.Equal("submitted", kept.GetProperty("state").GetString());
        Assert.Equal("2011-10-04", kept.GetProperty("submitted_on").GetString());
        Assert.Equal(
            kept.GetProperty("version").GetInt32(),
            (await repeated.JsonAsync()).GetProperty("version").GetInt32()
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"1\"")]
    [InlineData("W/\"9\"")]
    public async Task Put_BasedOnAnotherVersion_Is409WithWhatChanged(string? ifMatch)
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var (address, auditor) = await FirstAsync(site);
        await PutAsync(site, address, "supervision", "met", null);
        await PutAsync(site, address, "countersigned", "met", "\"1\"");

        var answer = await PutAsync(site, address, "supervision", "not_met", ifMatch);

        var current = (await answer.ProblemAsync(HttpStatusCode.Conflict)).GetProperty("current");
        Assert.Equal(2, current.GetProperty("version").GetInt32());
        Assert.Equal(auditor, current.GetProperty("by").GetString());
        Assert.Equal(
            ifMatch switch
            {
                null => ["countersigned", "supervision"],
                "\"1\"" => ["countersigned"],
                _ => Array.Empty<string>(),
            },
            current
                .GetProperty("changed_answers")
                .EnumerateArray()
                .Select(one => one.GetProperty("question_id").GetString())
        );
        var view = await site.GetAsync(address);
        Assert.Equal("met", Question(view, "supervision").GetProperty("answer").GetString());
    }

    [Theory]
    [InlineData(
        """{ "answers": { "supervision": { "answer": "often" } } }""",
        400,
        "answers.supervision.answer"
    )]
    [InlineData("""{ "answers": { "supervision": { "seen": "x" } } }""", 400, "answers.supervision.answer")]
    [InlineData(
        """{ "answers": { "supervision": { "answer": "met", "sene": "x" } } }""",
        400,
        "answers.supervision.sene"
    )]
    [InlineData("""{ "answers": { "supervision": "met" } }""", 400, "answers.supervision")]
    [InlineData("""{ "answers": [] }""", 400, "answers")]
    [InlineData("""{ "submit": "yes" }""", 400, "submit")]
    [InlineData("""{ "anwsers": {} }""", 400, "anwsers")]
    [InlineData("""{ "answers": { "a": {"answer":"met"}, "a": {"answer":"met"} } }""", 400, "")]
    [InlineData("[]", 400, "")]
    [InlineData("""{ "answers": { "height": { "answer": "met" } } }""", 422, "answers.height")]
    [InlineData("""{ "by": "CMA9", "answers": {} }""", 422, "")]
    public async Task Put_WhatCannotBeKept_IsRefusedWithTheFieldsAtFault(
        string body,
        int status,
        string field
    )
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var (address, _) = await FirstAsync(site);

        var problem = await (await site.SendAsync(HttpMethod.Put, address, body)).ProblemAsync(
            (HttpStatusCode)status
        );

        Assert.Equal(field, field.Length == 0 ? "" : problem.Fields().Single());
        Assert.Equal("not_started", (await site.GetAsync(address)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Put_SubmittedWithSomeMissing_NamesEveryQuestion()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var (address, _) = await FirstAsync(site);

        var problem = await (
            await site.SendAsync(
                HttpMethod.Put,
                address,
                """{ "submit": true, "answers": { "supervision": { "answer": "not_met" } } }"""
            )
        ).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(24, problem.Fields().Length);
    }

    [Theory]
    [InlineData("GET", "/api/audits/golden-thread/2011-10/Z9", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/audits/golden-thread/2011-10/Z9", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/audits/golden-thread/2011-10/a%2Fb%23", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/audits/golden-thread/2011-09/A1", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/audits/platinum/2011-10/A1", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/audits/golden-thread/october/A1", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/audits/golden-thread/2011-09", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/audits/golden-thread/2011-09/findings", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/audits/golden-thread/2011-09/sample", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/audits/golden-thread/2011-10/A1/second-check", HttpStatusCode.NotFound)]
    public async Task Send_WhereThereIsNothing_SaysSo(string method, string address, HttpStatusCode status)
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();

        await (await site.SendAsync(new HttpMethod(method), address, AuditSite.Whole())).ProblemAsync(status);
    }

    [Fact]
    public async Task Put_IfMatchThatIsNoVersion_IsRefused()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var (address, _) = await FirstAsync(site);

        var answer = await PutAsync(site, address, "supervision", "met", "\"abc\"");

        Assert.Equal(["If-Match"], (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    private static async Task<(string Address, string Auditor)> FirstAsync(TestSite site)
    {
        var first = (await site.DrawAsync()).GetProperty("cases")[0];
        return (
            $"{AuditSite.Round}/{first.GetProperty("case_ref").GetString()}",
            first.GetProperty("auditor_id").GetString()!
        );
    }

    private static Task<HttpResponseMessage> PutAsync(
        TestSite site,
        string address,
        string question,
        string answer,
        string? ifMatch
    ) =>
        site.SendAsync(
            HttpMethod.Put,
            address,
            $$"""{ "answers": { "{{question}}": { "answer": "{{answer}}", "seen": "So." } } }""",
            ifMatch
        );

    private static JsonElement Question(JsonElement view, string questionId) =>
        view.GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("questions").EnumerateArray())
            .Single(question => question.GetProperty("question_id").GetString() == questionId);
}
