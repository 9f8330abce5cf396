using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes.Audits;

public sealed class RoundWatchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Return_SavedSubmittedAndReopened_IsToldOnceItIsInAndOnceItIsGivenBack()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var drawn = (await site.DrawAsync()).GetProperty("cases")[0];
        var caseRef = drawn.GetProperty("case_ref").GetString();
        var address = $"{AuditSite.Round}/{caseRef}";

        await site.SendAsync(HttpMethod.Put, address, AuditSite.Whole(submit: false));
        await site.SendAsync(
            HttpMethod.Put,
            address,
            """{ "answers": { "no-such-question": { "answer": "met" } } }"""
        );
        Assert.Empty(site.Watch.Told);

        await site.SendAsync(HttpMethod.Put, address, AuditSite.Whole(), "\"1\"");
        Assert.Equal([$"in golden-thread/2011-10 {caseRef}"], site.Watch.Told);

        await site.SendAsync(
            HttpMethod.Post,
            $"{address}/reopenings",
            """{ "by": "CMA1", "reason": "Not by the lead." }"""
        );
        Assert.Single(site.Watch.Told);

        await site.SendAsync(
            HttpMethod.Post,
            $"{address}/reopenings",
            """{ "by": "EPM1", "reason": "Look at the plan again." }"""
        );
        Assert.Equal(
            [$"in golden-thread/2011-10 {caseRef}", $"reopened golden-thread/2011-10 {caseRef}"],
            site.Watch.Told
        );

        // A part that is saved of what was given back is not in, and was not given back now.
        await site.SendAsync(
            HttpMethod.Put,
            address,
            """{ "answers": { "supervision": { "answer": "partly", "seen": "Once." } } }""",
            "\"3\""
        );
        Assert.Equal(2, site.Watch.Told.Count);
    }
}
