using System.Net;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Chasing;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;

namespace YosWorkflow.Web.Tests.Routes.Audits;

public sealed class StartSampleRouteTests(AzuriteFixture azurite)
{
    private const string Address = "/api/audits/samples";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_AMonth_IsAcceptedAndLeadsToTheRound()
    {
        await using var site = await AuditSite.StartAsync(azurite);

        var answer = await site.SendAsync(
            HttpMethod.Post,
            Address,
            """{ "programme": "golden-thread", "month": "2011-10", "size": 4, "seed": "seed" }"""
        );
        var again = await site.SendAsync(
            HttpMethod.Post,
            Address,
            """{ "programme": "golden-thread", "month": "2011-10", "percent": 50, "min": 1 }"""
        );
        var round = await site.GetAsync(answer.Headers.Location!.ToString());

        Assert.Equal(
            (HttpStatusCode.Accepted, HttpStatusCode.Accepted),
            (answer.StatusCode, again.StatusCode)
        );
        Assert.Equal(AuditSite.Round, answer.Headers.Location!.ToString());
        Assert.Equal(AuditSite.Round, again.Headers.Location!.ToString());
        Assert.Contains("this is that draw", (await again.JsonAsync()).GetProperty("notes")[0].GetString());
        Assert.Equal("seed", round.GetProperty("seed").GetString());
        Assert.Equal(
            (10, 4),
            (round.GetProperty("frame_size").GetInt32(), round.GetProperty("size").GetInt32())
        );
        Assert.Equal("open", round.GetProperty("state").GetString());
        Assert.Equal("2011-10-18", round.GetProperty("returns_due_on").GetString());
        Assert.Equal("2011-10-31", round.GetProperty("closes_on").GetString());
        Assert.Equal(4, round.GetProperty("progress").GetProperty("allocated").GetInt32());
        foreach (var one in round.GetProperty("cases").EnumerateArray())
        {
            Assert.Equal("not_started", one.GetProperty("state").GetString());
            Assert.NotEqual(
                one.GetProperty("case_ref").GetString()![0],
                one.GetProperty("auditor_id").GetString()![2]
            );
        }
    }

    [Fact]
    public async Task Post_NumbersAsTexts_AreTakenToo()
    {
        await using var site = await AuditSite.StartAsync(azurite);

        var answer = await site.SendAsync(
            HttpMethod.Post,
            Address,
            """{ "programme": "golden-thread", "month": "2011-09", "percent": "33.3", "min": "2", "highRiskWeight": "2" }"""
        );
        var round = await site.GetAsync(answer.Headers.Location!.ToString());

        Assert.Equal(4, round.GetProperty("size").GetInt32());
        Assert.Equal("2011-09-01", round.GetProperty("as_of").GetString());
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "month,programme")]
    [InlineData("""{"programme":"x","month":"2011-10"}""", HttpStatusCode.BadRequest, "programme")]
    [InlineData("""{"programme":"golden-thread","month":"10/2011"}""", HttpStatusCode.BadRequest, "month")]
    [InlineData("""{"programme":"golden-thread","month":201110}""", HttpStatusCode.BadRequest, "month")]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","size":0}""",
        HttpStatusCode.BadRequest,
        "size"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","size":1.5}""",
        HttpStatusCode.BadRequest,
        "size"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","size":[]}""",
        HttpStatusCode.BadRequest,
        "size"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","size":5,"percent":5}""",
        HttpStatusCode.BadRequest,
        "size"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","min":5}""",
        HttpStatusCode.BadRequest,
        "min"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","percent":101}""",
        HttpStatusCode.BadRequest,
        "percent"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","lookedAfterWeight":21}""",
        HttpStatusCode.BadRequest,
        "lookedAfterWeight"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-10","sede":"x"}""",
        HttpStatusCode.BadRequest,
        "sede"
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"2011-11"}""",
        HttpStatusCode.UnprocessableEntity,
        ""
    )]
    [InlineData(
        """{"programme":"golden-thread","month":"1889-11"}""",
        HttpStatusCode.UnprocessableEntity,
        ""
    )]
    [InlineData(
        """{"programme":"health","month":"2011-10","size":3}""",
        HttpStatusCode.UnprocessableEntity,
        ""
    )]
    [InlineData("""{"programme":"scs-referral","month":"2011-09"}""", HttpStatusCode.UnprocessableEntity, "")]
    public async Task Post_WhatCannotBeDrawn_IsRefusedAndNothingIsDrawn(
        string body,
        HttpStatusCode status,
        string fields
    )
    {
        await using var site = await AuditSite.StartAsync(azurite);

        var problem = await (await site.SendAsync(HttpMethod.Post, Address, body)).ProblemAsync(status);

        Assert.Equal(
            fields,
            fields.Length == 0 ? "" : string.Join(",", problem.Fields().Order(StringComparer.Ordinal))
        );
        foreach (var programme in AuditProgrammes.All)
        {
            await (
                await site.Client.GetAsync($"/api/audits/{programme.ProgrammeId}/2011-10", Stop)
            ).ProblemAsync(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task HandleAsync_StarterAmongTheFeatures_IsTheOneThatStarts()
    {
        await using var site = await AuditSite.StartAsync(azurite);
        var own = new FakeStarter();
        var context = new DefaultHttpContext();
        context.Features.Set<IAuditStarter>(own);
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(
            """{ "programme": "health", "month": "2011-09", "asOf": "2011-10-03" }"""u8.ToArray()
        );

        await new StartSampleRoute(
            site.Service<ServiceRules>(),
            site.Service<Site>(),
            site.Clock
        ).HandleAsync(context.Request, Stop);

        Assert.Equal(new SampleRequest(new("health", new(2011, 9, 1)), new(2011, 10, 3)), own.Asked.Single());
        Assert.Equal("/elsewhere", context.Response.Headers.Location);
    }

    private sealed class FakeStarter : IAuditStarter
    {
        public List<SampleRequest> Asked { get; } = [];

        public Task<AuditStart> StartAsync(
            SampleRequest sample,
            HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            Asked.Add(sample);
            return Task.FromResult<AuditStart>(new AuditStart.Started("/elsewhere", []));
        }
    }
}
