using System.Net;
using System.Text.Json;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes.Audits;

public sealed class RoundRouteTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_FromReturnToFindings_AnswersAllTheWay()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var cases = (await site.DrawAsync()).GetProperty("cases").EnumerateArray().ToArray();
        foreach (var one in cases)
        {
            (
                await site.SendAsync(HttpMethod.Put, AddressOf(one), AuditSite.Whole())
            ).EnsureSuccessStatusCode();
        }

        var first = AddressOf(cases[0]);
        var team = cases[0].GetProperty("team").GetString();
        var comment = await PostAsync(site, $"{first}/comments", new { by = $"PS{team}", text = "Seen." });
        var action = await PostAsync(
            site,
            $"{first}/actions",
            new
            {
                by = "EPM1",
                owner = $"PS{team}",
                dueOn = "2011-11-04",
                text = "Record it.",
                question = "supervision",
            }
        );
        var actionId = (await action.JsonAsync()).GetProperty("action_id").GetString();
        var done = await PostAsync(
            site,
            $"{first}/actions/{actionId}/completion",
            new { by = $"PS{team}", note = "It is." }
        );
        var reopened = await PostAsync(
            site,
            $"{AddressOf(cases[1])}/reopenings",
            new { by = "EPM1", reason = "Say more." }
        );
        var round = await site.GetAsync(AuditSite.Round);
        var view = await site.GetAsync(first);
        var findings = await site.GetAsync($"{AuditSite.Round}/findings");

        Assert.Equal(HttpStatusCode.Created, comment.StatusCode);
        Assert.Equal(HttpStatusCode.Created, action.StatusCode);
        Assert.Equal("2011-10-04", (await done.JsonAsync()).GetProperty("done_on").GetString());
        Assert.Equal("\"2\"", reopened.Headers.ETag!.ToString());
        var progress = round.GetProperty("progress");
        Assert.Equal((3, 1), (Count(progress, "submitted"), Count(progress, "started")));
        Assert.Equal(
            (1, 1, 0),
            (Count(progress, "comments"), Count(progress, "closed_actions"), Count(progress, "open_actions"))
        );
        Assert.Equal("Seen.", view.GetProperty("comments")[0].GetProperty("text").GetString());
        Assert.Equal(3, findings.GetProperty("findings").GetProperty("returns").GetInt32());
        Assert.Equal(
            1,
            findings
                .GetProperty("findings")
                .GetProperty("programme")
                .GetProperty("share")
                .GetProperty("share")
                .GetDouble()
        );
        Assert.Equal(
            (3, "initial-plan"),
            (
                findings.GetProperty("targets").GetArrayLength(),
                findings.GetProperty("targets")[2].GetProperty("target").GetProperty("rule_id").GetString()
            )
        );
    }

    [Fact]
    public async Task SecondCheck_OfAReturn_IsReadApart()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        foreach (var one in (await site.DrawAsync()).GetProperty("cases").EnumerateArray())
        {
            await site.SendAsync(HttpMethod.Put, AddressOf(one), AuditSite.Whole());
        }

        await site.Service<PlaceReadings>()
            .ExecuteAsync(
                new RoundId("golden-thread", new(2011, 10, 1)),
                await site.Service<CaseloadTable>().ReadStaffAsync(Stop),
                Seed.Today,
                Stop
            );
        var chosen = (await site.GetAsync(AuditSite.Round))
            .GetProperty("cases")
            .EnumerateArray()
            .Single(one => one.GetProperty("second_state").ValueKind == JsonValueKind.String);
        var address = AddressOf(chosen) + "/second-check";
        var view = await site.GetAsync(address);
        var kept = await (await site.SendAsync(HttpMethod.Put, address, AuditSite.Whole())).JsonAsync();
        var agreement = (await site.GetAsync($"{AuditSite.Round}/findings")).GetProperty("agreement");

        Assert.Equal("not_started", view.GetProperty("state").GetString());
        Assert.Equal(
            chosen.GetProperty("second_reader_id").GetString(),
            view.GetProperty("reader_id").GetString()
        );
        Assert.NotEqual(
            chosen.GetProperty("auditor_id").GetString(),
            chosen.GetProperty("second_reader_id").GetString()
        );
        Assert.Equal("submitted", kept.GetProperty("state").GetString());
        Assert.Equal((1, 24), (Count(agreement, "returns"), Count(agreement, "same")));
    }

    [Fact]
    public async Task Sample_OfARound_IsPublishedWithItsFrameAndHolds()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        await site.DrawAsync();

        var answer = await site.Client.GetAsync($"{AuditSite.Round}/sample", Stop);
        var published = SampleReport.Read(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(10, published.Frame!.Count);
        Assert.True(VerifyDraw.Alone(published)!.Holds);
    }

    [Theory]
    [InlineData("comments", """{ "by": "PSA" }""", 400, "text")]
    [InlineData("comments", """{ "by": "PSA", "text": "x" }""", 409, "")]
    [InlineData("comments", """{ "by": "NOBODY", "text": "x" }""", 422, "")]
    [InlineData("reopenings", """{ "by": "EPM1" }""", 400, "reason")]
    [InlineData("reopenings", """{ "by": "EPM1", "reason": "x" }""", 409, "")]
    [InlineData("reopenings", """{ "by": "CMA1", "reason": "x" }""", 422, "")]
    [InlineData("actions", """{ "by": "EPM1", "text": "x", "owner": "CMA1" }""", 400, "dueOn")]
    [InlineData(
        "actions",
        """{ "by": "EPM1", "text": "x", "owner": "CMA1", "dueOn": "2011-11-04" }""",
        409,
        ""
    )]
    [InlineData("actions/none/completion", """{ "by": "EPM1" }""", 400, "note")]
    [InlineData("actions/none/completion", """{ "by": "EPM1", "note": "x" }""", 404, "")]
    public async Task Post_WhatCannotBeDone_IsRefused(string what, string body, int status, string field)
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var first = (await site.DrawAsync())
            .GetProperty("cases")
            .EnumerateArray()
            .First(one => one.GetProperty("team").GetString() == "A");

        var problem = await (
            await site.SendAsync(HttpMethod.Post, $"{AddressOf(first)}/{what}", body)
        ).ProblemAsync((HttpStatusCode)status);

        Assert.Equal(field, field.Length == 0 ? "" : problem.Fields().Single());
    }

    private static string AddressOf(JsonElement one) =>
        $"{AuditSite.Round}/{one.GetProperty("case_ref").GetString()}";

    private static int Count(JsonElement of, string what) => of.GetProperty(what).GetInt32();

    private static Task<HttpResponseMessage> PostAsync(TestSite site, string address, object body) =>
        site.SendAsync(HttpMethod.Post, address, JsonSerializer.Serialize(body));
}
