using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using YosWorkflow.Local.Tests.Azurite;

namespace YosWorkflow.Local.Tests.Demonstration;

/// <summary>The demonstration as a person starts it.</summary>
public sealed partial class DemoVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_StartedTwice_ShowsTheSameMorningAndTellsItOnce()
    {
        using var directory = new WorkDirectory();
        var address = $"http://localhost:{TwoVerbsTests.FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var first = Verb.Start(directory, "demo", "--urls", address);
        var since = Stopwatch.GetTimestamp();
        await first.LineWithAsync("Ctrl-C");
        TestContext.Current.TestOutputHelper?.WriteLine($"ready after {Stopwatch.GetElapsedTime(since)}");

        Assert.Contains($"The demonstration is ready: {address}", first.Output, StringComparison.Ordinal);
        foreach (Match page in Page().Matches(first.Output))
        {
            var answer = await client.GetAsync(page.Value, Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{page.Value}: {answer.StatusCode}");
        }

        var told = Told().Match(first.Output);
        var sent = await client.GetStringAsync("/sent", Stop);
        var messages = Number(told, "emails") + Number(told, "teams");
        Assert.InRange(messages, 30, 120);
        Assert.Contains($"<strong>{messages} messages</strong>", sent, StringComparison.Ordinal);
        Assert.Contains(address + "/my-day", WebUtility.HtmlDecode(sent), StringComparison.Ordinal);
        Assert.Equal(0, (await first.InterruptAsync()).ExitCode);

        using var second = Verb.Start(directory, "demo", "--urls", address);
        await second.LineWithAsync("Ctrl-C");

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(sent, await client.GetStringAsync("/sent", Stop));
    }

    [Fact]
    public async Task Demo_OverAnotherCaseload_IsRefusedAndWithFreshSetsItAside()
    {
        using var directory = new WorkDirectory();
        await SmallCaseload.ImportAsync(directory);
        var address = $"http://localhost:{TwoVerbsTests.FreePort()}";

        var refused = await Verb.RunHereAsync(directory, ["demo", "--urls", address]);
        using var fresh = Verb.Start(directory, "demo", "--urls", address, "--fresh");
        await fresh.LineWithAsync("Ctrl-C");
        var besides = await Verb.RunHereAsync(
            directory,
            ["demo", "--urls", $"http://localhost:{TwoVerbsTests.FreePort()}", "--fresh"]
        );

        Assert.Contains("another caseload", refused.AssertRefused(1), StringComparison.Ordinal);
        var aside = Assert.Single(Directory.EnumerateDirectories(directory.Local.Path, "before-*"));
        Assert.True(File.Exists(Path.Combine(aside, "azurite", "__azurite_db_table__.json")));
        Assert.Contains(
            "Another verb is using the storage",
            besides.AssertRefused(1),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Demo_WhereMessagesGoOut_IsRefused()
    {
        using var directory = new WorkDirectory();
        var settings = new Dictionary<string, string>
        {
            ["Delivery__Mode"] = "live",
            ["Delivery__AllowedDomains"] = "yos.example",
            ["SendGrid__ApiKey"] = "SG.key",
            ["SendGrid__From"] = "morning@yos.example",
            ["Graph__TenantId"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
            ["Graph__ClientId"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
        };

        var refused = await Verb.RunHereAsync(
            directory,
            ["demo", "--urls", $"http://localhost:{TwoVerbsTests.FreePort()}"],
            settings
        );

        Assert.Contains("Delivery__Mode is live", refused.AssertRefused(1), StringComparison.Ordinal);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://localhost:\d+/\S*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(
        @"told \d+ people in (?<emails>\d+) emails and (?<teams>\d+) Teams",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Told();
}
