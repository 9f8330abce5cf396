using YosWorkflow.Services.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>The two hosts as far as access goes, over one storage: behind App Service authentication, and a developer's machine.</summary>
public sealed class AccessSites(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private TestSite? azure;
    private TestSite? local;

    /// <summary>Settings as an app in Azure has them, with App Service authentication switched on.</summary>
    internal static Dictionary<string, string?> InAzure { get; } =
        new(StringComparer.Ordinal)
        {
            ["WEBSITE_SITE_NAME"] = "yos",
            ["WEBSITE_HOSTNAME"] = "yos.example",
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["Storage__TableServiceUri"] = "https://yos.table.example",
            ["Delivery__Mode"] = "capture",
            ["SendGrid__BaseUrl"] = "http://127.0.0.1:1",
            ["Graph__BaseUrl"] = "http://127.0.0.1:1",
        };

    internal TestSite Azure => azure ?? throw new InvalidOperationException("Not started.");

    internal TestSite Local => local ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var storage = await azurite.NewStorageAsync(CancellationToken.None);
        await AccessCaseload.SeedAsync(storage, CancellationToken.None);
        azure = await TestSite.StartAsync(storage, Seed.Today, CancellationToken.None, InAzure);
        local = await TestSite.StartAsync(storage, Seed.Today, CancellationToken.None);
        await azure.Service<OpenChase>().ExecuteAsync(Seed.Today, CancellationToken.None);
    }

    /// <summary>Makes a request somebody's, in the way of a host.</summary>
    internal async Task SignAsync(
        HttpRequestMessage request,
        string host,
        string caller,
        CancellationToken stop
    )
    {
        switch (caller)
        {
            case "NOBODY" or "DEV":
                break;
            case "KEY":
                request.Headers.Add("x-functions-key", TestSite.RightKey);
                break;
            case var _ when host == "azure":
                Principal.Of(AccessCaseload.EntraIdOf(caller)).AddTo(request);
                break;
            default:
                if (!cookies.TryGetValue(caller, out var cookie))
                {
                    cookies[caller] = cookie = await Local.SignInAsync(caller, stop);
                }

                request.Headers.Add("Cookie", cookie);
                break;
        }
    }

    /// <summary>Forgets who has signed in: a sign-out ends what the next request relies on.</summary>
    internal void ForgetCookies() => cookies.Clear();

    public async ValueTask DisposeAsync()
    {
        await Azure.DisposeAsync();
        await Local.DisposeAsync();
    }
}
