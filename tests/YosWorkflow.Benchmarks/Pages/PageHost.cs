using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Benchmarks.Pages;

/// <summary>The pages on Kestrel and a free loopback port, in this process so that their reads can be noted.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    private PageHost(WebApplication app)
    {
        this.app = app;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            BaseAddress = new Uri(address.Addresses.Single()),
        };
    }

    /// <summary>What asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>A service of it.</summary>
    public object Service(Type type) => app.Services.GetRequiredService(type);

    public static async Task<PageHost> StartAsync(TableStorage storage, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddYosWeb(
                new Site(
                    "Youth Offending Service",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
                    true
                )
            )
            .AddDevelopmentSignIn()
            .AddSingleton<TimeProvider>(new DayClock(PageCaseload.Day))
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IChaseStarter, NoChases>()
            .AddSingleton<ICapturedMessages, NoMessages>();
        var site = builder.Build();
        site.MapYosRoutes();
        site.MapDevelopmentSignIn();
        site.MapSentPage();
        await site.StartAsync(stop);
        return new PageHost(site);
    }

    /// <summary>A request for a page by somebody who is signed in.</summary>
    public async Task<HttpRequestMessage> RequestAsync(string staffId, string address, CancellationToken stop)
    {
        if (!cookies.TryGetValue(staffId, out var cookie))
        {
            using var signIn = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("staffId", staffId)]),
            };
            signIn.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var answer = await Client.SendAsync(signIn, stop);
            cookie = cookies[staffId] = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Accept-Encoding", "br");
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    // Nine o'clock of the caseload's day, and from there on as time goes by.
    private sealed class DayClock(DateOnly day) : TimeProvider
    {
        private readonly DateTimeOffset start = new(day, new TimeOnly(9, 0), TimeSpan.Zero);
        private readonly long started = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(started);
    }

    private sealed class NoChases : IChaseStarter
    {
        public Task<string> StartAsync(
            DateOnly day,
            HttpRequest request,
            CancellationToken cancellationToken
        ) => Task.FromResult("/api/chases/" + IsoDate.Format(day));
    }

    private sealed class NoMessages : ICapturedMessages
    {
        public Task<IReadOnlyList<CapturedMessage>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<CapturedMessage>>([
                new(
                    Channel.Email,
                    DateTimeOffset.UtcNow,
                    "a@yos.example",
                    "A",
                    "Your day",
                    "Text",
                    "<html></html>",
                    null
                ),
            ]);
    }
}
