using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using YosWorkflow.Functions.Http;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Tests.Http;

public sealed class SignedInPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SomebodyWhoIsSignedIn_GetsThePage() =>
        Assert.Equal((200, null), await GetAsync(Environments.Production, "true", "a-person"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Run_SomebodyWhoIsNot_IsLedToTheSignInAndBack(string? principal) =>
        Assert.Equal(
            (302, "/.auth/login/aad?post_login_redirect_uri=%2Fmy-day%3Ffor%3DCM1%26x%3D%252F"),
            await GetAsync(Environments.Production, "true", principal)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public async Task Run_HeadersOfAPrincipalWhereTheSignInIsOff_AreNotBelieved(string? enabled) =>
        Assert.Equal((403, null), await GetAsync(Environments.Production, enabled, "a-person"));

    [Fact]
    public async Task Run_InDevelopment_NeedsNoSignIn() =>
        Assert.Equal((200, null), await GetAsync(Environments.Development, null, null));

    private static async Task<(int Status, string? Location)> GetAsync(
        string environment,
        string? enabled,
        string? principal
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [SignedInPages.Enabled] = enabled })
            .Build();
        var pages = new SignedInPages(
            new HostingEnvironment { EnvironmentName = environment },
            configuration
        );
        var context = new DefaultHttpContext
        {
            Request = { Path = "/my-day", QueryString = new QueryString("?for=CM1&x=%2F") },
            RequestServices = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider(),
        };
        context.Request.Headers[SignedInPages.Principal] = principal;

        var answer = await pages.RunAsync<OpenPage>(context.Request, Stop);
        return answer switch
        {
            IStatusCodeHttpResult { StatusCode: { } status } => (status, null),
            Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult redirect => (302, redirect.Url),
            _ => (403, null),
        };
    }

    private sealed class OpenPage : IRouteHandler
    {
        public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(Results.Ok());
    }
}
