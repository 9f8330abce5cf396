using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Local.Serving;
using YosWorkflow.Local.Settings;
using YosWorkflow.Local.Tests.Azurite;
using YosWorkflow.Services.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.Serving;

/// <summary>What the local host does unasked, on a clock of our choosing.</summary>
public sealed class ScheduleTests
{
    private const int Emails = 9;

    private static readonly DateOnly Tuesday = new(2011, 10, 4);

    // Long enough for the schedule to have looked many times.
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(400);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_FromTheEveningToTheWeekend_ChasesEachWorkingMorningOnceAndSendsWhatIsLeftByDay()
    {
        using var directory = new WorkDirectory();
        await using var sendGrid = await ScriptedProvider.StartAsync(Stop);
        sendGrid.Answers(503).Answers(202);
        await SmallCaseload.ImportAsync(directory);
        var clock = new QuickClock(AtLocal(Tuesday, "06:59"));
        await using var ground = await LocalGround.OpenAsync(
            Context(directory, sendGrid, clock),
            sends: true,
            Stop
        );
        await using var app = LocalSite.Build(
            Context(directory, sendGrid, clock),
            ground,
            LocalUrls.TryParse("http://127.0.0.1:" + TwoVerbsTests.FreePort())!
        );
        await app.StartListeningAsync(Stop);
        var runs = app.Services.GetRequiredService<ChaseRunTable>();

        await Task.Delay(AWhile, Stop);
        Assert.Null(await runs.FindAsync(Tuesday, Stop));

        clock.Now = AtLocal(Tuesday, "07:00");
        await UntilAsync(async () => await runs.FindAsync(Tuesday, Stop) is { FinishedAt: not null });
        var first = await runs.FindAsync(Tuesday, Stop);
        Assert.Equal(Emails, sendGrid.Received.Count);

        // The one that SendGrid could not take is sent in the daytime, and not at night.
        // It is night first at an hour when it is not due yet, so that no sweep is under way that began by day.
        clock.Now = AtLocal(Tuesday, "03:00");
        await Task.Delay(AWhile, Stop);
        clock.Now = AtLocal(Tuesday, "22:00");
        await Task.Delay(AWhile, Stop);
        Assert.Equal(Emails, sendGrid.Received.Count);
        clock.Now = AtLocal(Tuesday.AddDays(1), "07:00");
        await UntilAsync(() => Task.FromResult(sendGrid.Received.Count == Emails + 1));
        await UntilAsync(async () =>
            await runs.FindAsync(Tuesday.AddDays(1), Stop) is { FinishedAt: not null }
        );
        var again = (await runs.FindAsync(Tuesday, Stop))!;
        // Records compare their lists by which list they are.
        Assert.Equal(first!.Children, again.Children);
        Assert.Equal(first with { Children = [] }, again with { Children = [] });

        var saturday = Tuesday.AddDays(4);
        clock.Now = AtLocal(saturday, "07:30");
        await Task.Delay(AWhile, Stop);
        Assert.Null(await runs.FindAsync(saturday, Stop));
        Assert.Equal(Emails + 1, sendGrid.Received.Count);
        await app.StopAsync(Stop);
    }

    [Fact]
    public async Task RunAsync_TheSameDayTwiceWhileItRuns_IsTheSameChase()
    {
        using var directory = new WorkDirectory();
        await SmallCaseload.ImportAsync(directory);
        await using var sendGrid = await ScriptedProvider.StartAsync(Stop);
        var clock = new QuickClock(AtLocal(Tuesday, "20:00"));
        await using var ground = await LocalGround.OpenAsync(
            Context(directory, sendGrid, clock),
            sends: true,
            Stop
        );
        await using var app = LocalSite.Build(Context(directory, sendGrid, clock), ground, LocalUrls.AtHome);
        var chases = app.Services.GetRequiredService<LocalChases>();

        var (first, second) = (chases.RunAsync(Tuesday), chases.RunAsync(Tuesday));
        var (told, same) = (await first, await second);
        var after = await chases.RunAsync(Tuesday);

        Assert.Same(told, same);
        Assert.Equal(11, told.Told.Length);
        Assert.Empty(after.Told);
    }

    private static LocalContext Context(
        WorkDirectory directory,
        ScriptedProvider sendGrid,
        TimeProvider clock
    ) =>
        new()
        {
            Directory = directory.Path,
            Environment = new Dictionary<string, string> { ["SendGrid__BaseUrl"] = sendGrid.Url.AbsoluteUri },
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Clock = clock,
        };

    // In summer time.
    private static DateTimeOffset AtLocal(DateOnly day, string time) =>
        new(day, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(1));

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var look = 0; look < 2400; look++)
        {
            if (await happened())
            {
                return;
            }

            await Task.Delay(50, Stop);
        }

        Assert.Fail("It did not happen within two minutes.");
    }
}
