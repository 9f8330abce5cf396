using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests;

/// <summary>One site with the kent-2011 caseload on its day, for tests that change nothing.</summary>
public sealed class KentSite(AzuriteFixture azurite) : IAsyncLifetime
{
    private TestSite? site;

    internal TestSite Site => site ?? throw new InvalidOperationException("The site has not been started.");

    internal HttpClient Client => Site.Client;

    public async ValueTask InitializeAsync()
    {
        var storage = await azurite.NewStorageAsync(CancellationToken.None);
        await Seed.KentAsync(storage, CancellationToken.None);
        site = await TestSite.StartAsync(storage, Kent2011.AsOf, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

[CollectionDefinition(nameof(KentSite))]
public sealed class SharedKentSite : ICollectionFixture<KentSite>;
