using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.Routes;

/// <summary>Imports in a host that can go on with them by itself.</summary>
public sealed class StartedImportTests(AzuriteFixture azurite)
{
    private const int MostAtOnce = 2 * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_FilesOfACommonSize_AreImportedAtOnce()
    {
        var (starter, context) = await PostAsync(Seed.SmallStaff);

        Assert.Null(starter.Started);
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    [Fact]
    public async Task Post_LargeFile_IsStartedAndLeadsToItsStatus()
    {
        var (starter, context) = await PostAsync(Seed.SmallStaff + new string('\n', MostAtOnce));

        Assert.NotNull(starter.Started?.Staff);
        Assert.Null(starter.Started.Cases);
        Assert.Equal(StatusCodes.Status202Accepted, context.Response.StatusCode);
        Assert.Equal(FakeImportStarter.Location, context.Response.Headers.Location);
        Assert.Equal($$"""{"status_url":"{{FakeImportStarter.Location}}"}""", BodyOf(context));
    }

    [Theory]
    [InlineData("respond-async")]
    [InlineData("wait=10, Respond-Async ; x=1")]
    public async Task Post_SmallFileThatPrefersIt_IsStarted(string prefer)
    {
        var (starter, context) = await PostAsync(Seed.SmallStaff, prefer);

        Assert.NotNull(starter.Started);
        Assert.Equal(StatusCodes.Status202Accepted, context.Response.StatusCode);
    }

    [Fact]
    public async Task Post_FilesThatTheStarterRefuses_AreAnsweredLikeThoseThatAreImportedAtOnce()
    {
        var (_, context) = await PostAsync("%PDF", "respond-async");

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        Assert.Contains("refused-file", BodyOf(context), StringComparison.Ordinal);
    }

    private async Task<(FakeImportStarter Starter, HttpContext Context)> PostAsync(
        string staff,
        string? prefer = null
    )
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var import = new CaseloadImport(storage, TimeProvider.System);
        var starter = new FakeImportStarter(import);
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection()
                .AddLogging()
                .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
                .AddYosWeb(new Site("Test Service", TimeZoneInfo.Utc, ShowsSent: false))
                .AddSingleton(storage)
                .AddSingleton(import)
                .BuildServiceProvider(),
            Request = { Path = "/api/caseload/imports", Method = HttpMethods.Post },
            Response = { Body = new MemoryStream() },
        };
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(staff)), "staff", "staff.csv" },
        };
        context.Request.ContentType = form.Headers.ContentType!.ToString();
        context.Request.Body = await form.ReadAsStreamAsync(Stop);
        context.Request.Headers["Prefer"] = prefer;
        context.Features.Set<IImportStarter>(starter);

        var answer = await RouteRunner.RunAsync<ImportCaseloadRoute>(
            FunctionKey.WasChecked(context.Request),
            Stop
        );
        await answer.ExecuteAsync(context);
        return (starter, context);
    }

    private static string BodyOf(HttpContext context) =>
        Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    /// <summary>Starts nothing, and refuses what the import refuses.</summary>
    private sealed class FakeImportStarter(CaseloadImport import) : IImportStarter
    {
        public const string Location = "/status/of-the-import";

        public ImportFiles? Started { get; private set; }

        public async Task<StartedImport> StartAsync(
            ImportFiles files,
            HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            Started = files;
            var report = await import.RunAsync(files, progress: null, cancellationToken);
            return report.IsRefused ? new StartedImport(null, report) : new StartedImport(Location, null);
        }
    }
}
