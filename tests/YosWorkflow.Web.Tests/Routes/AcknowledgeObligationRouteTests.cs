using System.Net;
using System.Net.Http.Json;
using System.Text;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

public sealed class AcknowledgeObligationRouteTests(AzuriteFixture azurite)
{
    private const string Address = "/api/obligations/K1/asset-start/acknowledgements";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_AnOverdueObligation_IsKeptAndRestsUntilTheDate()
    {
        await using var site = await StartAsync();

        var answer = await site.Client.PostAsJsonAsync(
            Address,
            new
            {
                reason = "The family has moved.",
                until = "2011-10-14",
                by = "PS1",
            },
            Stop
        );

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var kept = await answer.JsonAsync();
        Assert.Equal("K1", kept.GetProperty("case_ref").GetString());
        Assert.Equal("PS1", kept.GetProperty("by_id").GetString());
        Assert.Equal("The family has moved.", kept.GetProperty("reason").GetString());
        Assert.Equal("2011-10-14", await RestsUntilAsync(site, "2011-10-14"));
        Assert.Null(await RestsUntilAsync(site, "2011-10-15"));
    }

    public static TheoryData<string, string?, HttpStatusCode, string[]> Refused =>
        new()
        {
            { "{}", null, HttpStatusCode.BadRequest, ["reason", "until"] },
            { """{"reason":" ","until":"2011-10-14"}""", null, HttpStatusCode.BadRequest, ["reason"] },
            { """{"reason":"x","until":"31/02/2011"}""", null, HttpStatusCode.BadRequest, ["until"] },
            { """{"reason":5,"until":"2011-10-14"}""", null, HttpStatusCode.BadRequest, ["reason"] },
            { """{"reason":"x","until":"2011-10-14","til":"x"}""", null, HttpStatusCode.BadRequest, ["til"] },
            { """{"reason":"x","reason":"y","until":"2011-10-14"}""", null, HttpStatusCode.BadRequest, [] },
            { """{"reason":"x",""", null, HttpStatusCode.BadRequest, [] },
            { "[]", null, HttpStatusCode.BadRequest, [] },
            { "", null, HttpStatusCode.BadRequest, [] },
            { """{"reason":"x","until":"2011-10-04"}""", null, HttpStatusCode.UnprocessableEntity, [] },
            { """{"reason":"x","until":"2012-01-05"}""", null, HttpStatusCode.UnprocessableEntity, [] },
            {
                """{"reason":"x","until":"2011-10-14","by":"NOBODY"}""",
                null,
                HttpStatusCode.UnprocessableEntity,
                []
            },
            {
                """{"reason":"x","until":"2011-10-14","by":"CM1"}""",
                null,
                HttpStatusCode.UnprocessableEntity,
                []
            },
            {
                """{"reason":"x","until":"2011-10-14"}""",
                "/api/obligations/K99999/asset-start/acknowledgements",
                HttpStatusCode.NotFound,
                []
            },
            {
                """{"reason":"x","until":"2011-10-14"}""",
                "/api/obligations/a%2Fb%23%3F%7C/asset-start/acknowledgements",
                HttpStatusCode.NotFound,
                []
            },
            {
                """{"reason":"x","until":"2011-10-14"}""",
                "/api/obligations/K1/no-such-rule/acknowledgements",
                HttpStatusCode.NotFound,
                []
            },
            {
                """{"reason":"x","until":"2011-10-14"}""",
                "/api/obligations/K1/remand-planning/acknowledgements",
                HttpStatusCode.Conflict,
                []
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Post_WhatCannotBeKept_IsRefusedWithTheFieldsAtFault(
        string body,
        string? address,
        HttpStatusCode status,
        string[] fields
    )
    {
        await using var site = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await site.Client.PostAsync(address ?? Address, content, Stop);

        var problem = await answer.ProblemAsync(status);
        Assert.Equal(fields, fields.Length == 0 ? [] : problem.Fields());
        Assert.Equal(0, await KeptAsync(site));
    }

    [Fact]
    public async Task Post_BodyOfAnotherType_IsRefused()
    {
        await using var site = await StartAsync();
        using var content = new StringContent("reason=x", Encoding.UTF8, "application/x-www-form-urlencoded");

        await (await site.Client.PostAsync(Address, content, Stop)).ProblemAsync(
            HttpStatusCode.UnsupportedMediaType
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyThatIsTooLarge_IsRefusedWhetherOrNotItsLengthIsSaid(bool lengthSaid)
    {
        await using var site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = !lengthSaid;

        await (await site.Client.SendAsync(request, Stop)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<TestSite> StartAsync()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
        return await TestSite.StartAsync(storage, Seed.Today, Stop);
    }

    private static async Task<string?> RestsUntilAsync(TestSite site, string asOf)
    {
        var answer = await site.Client.GetAsync($"/api/obligations?asOf={asOf}&status=overdue", Stop);
        var items = (await answer.JsonAsync()).GetProperty("items").EnumerateArray();
        return items
            .Single(item => item.GetProperty("rule_id").GetString() == "asset-start")
            .GetProperty("rests_until")
            .GetString();
    }

    private static async Task<int> KeptAsync(TestSite site)
    {
        var chasing = new ChasingTable(site.Storage);
        return (await chasing.ReadTeamAsync("North", Stop)).Acknowledgements.Count;
    }
}
