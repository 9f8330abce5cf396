namespace YosWorkflow.Local.Serving;

/// <summary>Web servers of this process: they say nothing unasked, read no settings of their own, and leave Ctrl-C to the verb.</summary>
internal static class LocalKestrel
{
    /// <summary>A server on these addresses.</summary>
    public static WebApplicationBuilder Builder(string[] urls)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IHostLifetime, VerbLifetime>();
        return builder;
    }

    /// <summary>A server lives until its verb stops it.</summary>
    private sealed class VerbLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
