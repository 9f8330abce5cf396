using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;

namespace YosWorkflow.Web.Tests.Routes;

public sealed class StartChaseRouteTests(AzuriteFixture azurite)
{
    private const string Address = "/api/chases";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"asOf":"2011-09-30"}""", "2011-09-30")]
    [InlineData("""{"asOf":"2011-10-01"}""", "2011-10-01")]
    [InlineData("""{"asOf":null}""", "2011-10-04")]
    [InlineData("{}", "2011-10-04")]
    [InlineData(null, "2011-10-04")]
    public async Task Post_ADayOrNone_IsAcceptedAndLeadsToItsStatus(string? body, string day)
    {
        await using var site = await StartAsync();
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await site.Client.PostAsync(Address, content, Stop);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal($"/api/chases/{day}", answer.Headers.Location?.ToString());
        var json = await answer.JsonAsync();
        Assert.Equal(day, json.GetProperty("as_of").GetString());
        Assert.Equal($"/api/chases/{day}", json.GetProperty("status_url").GetString());
        Assert.Equal([DateOnly.Parse(day, null)], site.Starter.Started);
    }

    [Theory]
    [InlineData("""{"asOf":"04/10/2011"}""", HttpStatusCode.BadRequest, "asOf")]
    [InlineData("""{"asOf":"2011-02-31"}""", HttpStatusCode.BadRequest, "asOf")]
    [InlineData("""{"asOf":20111004}""", HttpStatusCode.BadRequest, "asOf")]
    [InlineData("""{"as_of":"2011-10-04"}""", HttpStatusCode.BadRequest, "as_of")]
    [InlineData("[]", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"asOf":""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"asOf":"1989-12-31"}""", HttpStatusCode.UnprocessableEntity, null)]
    [InlineData("""{"asOf":"2199-01-01"}""", HttpStatusCode.UnprocessableEntity, null)]
    public async Task Post_ADayThatCannotBeChased_IsRefusedAndNothingStarts(
        string body,
        HttpStatusCode status,
        string? field
    )
    {
        await using var site = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var problem = await (await site.Client.PostAsync(Address, content, Stop)).ProblemAsync(status);

        Assert.Equal(field is null ? [] : [field], field is null ? [] : problem.Fields());
        Assert.Empty(site.Starter.Started);
    }

    [Fact]
    public async Task Post_ABodyOfAnotherType_IsRefused()
    {
        await using var site = await StartAsync();
        using var content = new StringContent("asOf=2011-10-04", Encoding.UTF8, "text/plain");

        await (await site.Client.PostAsync(Address, content, Stop)).ProblemAsync(
            HttpStatusCode.UnsupportedMediaType
        );
        Assert.Empty(site.Starter.Started);
    }

    [Fact]
    public async Task HandleAsync_StarterAmongTheFeatures_IsTheOneThatStarts()
    {
        await using var site = await StartAsync();
        var own = new FakeChaseStarter();
        var context = new DefaultHttpContext();
        context.Features.Set<IChaseStarter>(own);

        await new StartChaseRoute(site.Service<ServiceRules>(), site.Service<Site>(), site.Clock).HandleAsync(
            context.Request,
            Stop
        );

        Assert.Equal([Seed.Today], own.Started);
        Assert.Equal("/api/chases/2011-10-04", context.Response.Headers.Location);
    }

    private async Task<TestSite> StartAsync() =>
        await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Seed.Today, Stop);
}
