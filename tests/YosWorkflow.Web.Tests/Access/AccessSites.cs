using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Pages.Sent;

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

    /// <summary>The action that arose from a case's audit.</summary>
    internal Dictionary<string, string> Actions { get; } = new(StringComparer.Ordinal);

    private static IEnumerable<CapturedMessage> Emails =>
        AccessCaseload
            .Owned.Values.Distinct()
            .Select(one => new CapturedMessage(
                Channel.Email,
                new DateTimeOffset(Seed.Today, new TimeOnly(7, 0), TimeSpan.Zero),
                $"{one.ManagerId}@yos.example",
                Name: null,
                $"About {one.CaseRef}",
                "Text",
                "<p>Text</p>",
                Link: null
            ));

    internal TestSite Azure => azure ?? throw new InvalidOperationException("Not started.");

    internal TestSite Local => local ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var storage = await azurite.NewStorageAsync(CancellationToken.None);
        await AccessCaseload.SeedAsync(storage, CancellationToken.None);
        azure = await TestSite.StartAsync(storage, Seed.Today, CancellationToken.None, InAzure);
        local = await TestSite.StartAsync(storage, Seed.Today, CancellationToken.None);
        azure.Captured.AddRange(Emails);
        local.Captured.AddRange(Emails);
        await azure.Service<OpenChase>().ExecuteAsync(Seed.Today, CancellationToken.None);
        await azure
            .Service<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = new DigestKey(Seed.Today, "CM1", Channel.Email),
                        State = DigestState.Sent,
                    },
                ],
                CancellationToken.None
            );
        await AccessAudit.SeedAsync(azure, CancellationToken.None);
        foreach (var caseRef in AccessAudit.In)
        {
            Actions[caseRef] = await AccessAudit.ActionOfAsync(azure, caseRef, CancellationToken.None);
        }
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

    /// <summary>Puts right what a request of a route may have changed, so that the next finds the same.</summary>
    internal async Task RestoreAsync(string route, CancellationToken stop)
    {
        if (route is "POST /sign-in" or "POST /sign-out")
        {
            cookies.Clear();
        }

        if (route.EndsWith("/reopenings", StringComparison.Ordinal))
        {
            await AccessAudit.SubmitAsync(Azure, stop);
        }

        if (route == "POST /api/caseload/imports")
        {
            await AccessCaseload.LetAuditAsync(Azure.Storage, "SEC", stop);
        }

        if (route.EndsWith("/auditor", StringComparison.Ordinal))
        {
            await AccessAudit.GiveBackAsync(Azure, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Azure.DisposeAsync();
        await Local.DisposeAsync();
    }
}

[CollectionDefinition(nameof(AccessSites))]
public sealed class SharedAccessSites : ICollectionFixture<AccessSites>;
