using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.Pages;

public sealed partial class SentPageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string EntraId = "7c1e0f1e-0000-4000-8000-000000000001";

    private readonly List<CapturedMessage> captured = [];
    private TableStorage? storage;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        storage = await azurite.NewStorageAsync(Stop);
        await Seed.SmallAsync(storage, Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_NothingSent_SaysSo()
    {
        var html = await GetAsync("");

        Assert.Contains("Nothing has been sent yet", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnEmail_IsInAFrameInWhichNothingRunsAndAsPlainText()
    {
        captured.Add(Email("ps1@yos.example", "Your day", day: 4));

        var html = await GetAsync("");

        var frame = Assert.Single(Frame().Matches(html)).Value;
        Assert.Contains("sandbox=", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", frame, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("<script>alert(1)</script>"), frame, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("plainly &lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhoIsInTheStaffList_IsNamedAndWhoIsNotHasTheirAddress()
    {
        captured.Add(Email("PS1@yos.example", "Your day", day: 4));
        captured.Add(Teams("3 are overdue", day: 4));

        var html = await GetAsync("");

        Assert.Equal([EntraId, "Ada Wright"], Heads(html));
    }

    [Fact]
    public async Task Get_Messages_AreNewestFirstInTheServicesOwnTime()
    {
        captured.Add(Email("ps1@yos.example", "first", day: 3));
        captured.Add(Email("cm1@yos.example", "second", day: 4));

        var html = await GetAsync("");

        Assert.Equal(["Ben &lt;b&gt;Shah&lt;/b&gt;", "Ada Wright"], Heads(html));
        Assert.Contains("Tue 4 Oct 2011, 07:05", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?day=2011-10-03", "first")]
    [InlineData("?to=Ada%20Wright", "third,first")]
    [InlineData("?channel=teams", "fourth")]
    [InlineData("?channel=email&day=2011-10-04", "third,second")]
    [InlineData("?to=Ada%20Wright&day=2011-10-04&channel=email", "third")]
    [InlineData("?to=Nobody", "")]
    public async Task Get_ByDayPersonAndWay_ShowsThoseOnly(string query, string subjects)
    {
        captured.Add(Email("ps1@yos.example", "first", day: 3));
        captured.Add(Email("cm1@yos.example", "second", day: 4));
        captured.Add(Email("ps1@yos.example", "third", day: 4));
        captured.Add(Teams("fourth", day: 4));

        var html = await GetAsync(query);

        Assert.Equal(
            subjects.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Subject().Matches(html).Select(match => match.Groups["subject"].Value)
        );
        Assert.Equal(subjects.Length == 0, html.Contains("None fits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_MoreThanAPage_IsDividedAndLinksKeepTheChoice()
    {
        captured.AddRange(
            Enumerable.Range(0, 45).Select(number => Email("ps1@yos.example", $"S{number}", day: 4))
        );

        var html = await GetAsync("?to=Ada%20Wright&page=3");

        Assert.Equal(
            ["S4", "S3", "S2", "S1", "S0"],
            Subject().Matches(html).Select(match => match.Groups["subject"].Value)
        );
        Assert.Contains("/sent?to=Ada%20Wright&amp;page=2", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?day=yesterday")]
    [InlineData("?channel=post")]
    [InlineData("?page=0")]
    public async Task Get_AChoiceThatCannotBeRead_IsAProblem(string query) =>
        await GetAsync(query, StatusCodes.Status400BadRequest);

    private async Task<string> GetAsync(string query, int status = StatusCodes.Status200OK)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddYosWeb(
                new Site(
                    "Test Service",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
                    ShowsSent: true
                )
            )
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage!)
            .AddSingleton<ICapturedMessages>(new Captured(captured))
            .BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = "/sent";
        context.Request.QueryString = new QueryString(query);
        context.Response.Body = body;
        var result = await RouteRunner.RunAsync<SentPageRoute>(FunctionKey.WasChecked(context.Request), Stop);
        await result.ExecuteAsync(context);
        Assert.Equal(status, context.Response.StatusCode);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private static string[] Heads(string html) =>
        [.. Head().Matches(html).Select(match => match.Groups["to"].Value)];

    private static CapturedMessage Email(string address, string subject, int day) =>
        new(
            Channel.Email,
            At(day),
            address,
            null,
            subject,
            "plainly <b>",
            "<html><head></head><body><script>alert(1)</script></body></html>",
            null
        );

    private static CapturedMessage Teams(string says, int day) =>
        new(
            Channel.Teams,
            At(day).AddMinutes(1),
            EntraId,
            null,
            says,
            "",
            null,
            "http://localhost:7071/my-day"
        );

    // Five past six in UTC, in summer time.
    private static DateTimeOffset At(int day) => new(2011, 10, day, 6, 5, 0, TimeSpan.Zero);

    [GeneratedRegex("""<iframe[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Frame();

    [GeneratedRegex("""<h2 class="govuk-heading-s">(?<to>[^<]*)</h2>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(
        """<p class="yos-(case|teams)__subject">(?<subject>[^<]*)</p>""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Subject();

    private sealed class Captured(IReadOnlyList<CapturedMessage> messages) : ICapturedMessages
    {
        public Task<IReadOnlyList<CapturedMessage>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<CapturedMessage>>([.. messages.OrderBy(message => message.At)]);
    }
}
