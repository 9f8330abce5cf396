using System.Text.Json;
using YosWorkflow.Services.Operations;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>Alerts, the signals that they listen for, and the page that says what to do.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task Alerts_AreThoseThatWereAskedFor()
    {
        var names = (await RulesAsync()).Select(rule => rule.Name["yosworkflow-test-".Length..]);

        Assert.Equal(
            [
                "import-old",
                "no-chase",
                "oldest-unsent",
                "orchestration-failed",
                "orchestration-overlong",
                "parked",
                "silence",
            ],
            names.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Alerts_Always_TellThePeopleNamed()
    {
        var deployment = await Deployment.OfAsync(Switches.None);

        var group = Assert.Single(deployment.OfType("Microsoft.Insights/actionGroups"));
        Assert.Equal(
            ["ict@kent.example", "yos@kent.example"],
            group
                .GetProperty("properties")
                .GetProperty("emailReceivers")
                .EnumerateArray()
                .Select(email => email.GetProperty("emailAddress").GetString())
        );
        Assert.All(
            await RulesAsync(),
            rule =>
            {
                Assert.True(rule.Properties.GetProperty("enabled").GetBoolean());
                Assert.Equal(
                    group.GetProperty("id").GetString(),
                    rule.Properties.GetProperty("actions").GetProperty("actionGroups")[0].GetString()
                );
            }
        );
    }

    [Fact]
    public async Task Alerts_EachAndItsSignal_AreOnTheOperationsPage()
    {
        var page = await File.ReadAllTextAsync(
            RepositoryRoot.Combine("docs", "operations.md"),
            TestContext.Current.CancellationToken
        );

        Assert.All(
            await RulesAsync(),
            rule =>
                Assert.Contains(
                    $"`{rule.Name["yosworkflow-test-".Length..]}`",
                    page,
                    StringComparison.Ordinal
                )
        );
        var signals = await SignalsAsync();
        Assert.All(signals, signal => Assert.Contains($"`{signal}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signals_Each_IsListenedFor()
    {
        var queries = (await RulesAsync())
            .Select(rule =>
                rule.Properties.GetProperty("criteria")
                    .GetProperty("allOf")[0]
                    .GetProperty("query")
                    .GetString()!
            )
            .ToList();

        Assert.All(
            await SignalsAsync(),
            signal =>
                Assert.Contains(queries, query => query.Contains($"\"{signal}\"", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(VitalNames.ChaseMissing, "no-chase", 0)]
    [InlineData(VitalNames.Parked, "parked", 0)]
    [InlineData(VitalNames.OldestUnsent, "oldest-unsent", 3600)]
    [InlineData(VitalNames.ImportAge, "import-old", 3)]
    public async Task Alerts_OnVitals_HaveTheNamesAndLimitsOfTheCode(string name, string alert, int limit)
    {
        var rule = (await RulesAsync()).Single(rule => rule.Name == $"yosworkflow-test-{alert}");
        var query = rule
            .Properties.GetProperty("criteria")
            .GetProperty("allOf")[0]
            .GetProperty("query")
            .GetString();

        Assert.Contains($"Name == \"{name}\"", query, StringComparison.Ordinal);
        Assert.EndsWith($"Sum > {limit}", query, StringComparison.Ordinal);
        var sign = new Vitals(false, 0, null, null).Signs.Single(sign => sign.Name == name);
        Assert.Equal(limit, sign.Limit);
    }

    [Fact]
    public async Task Signals_OfTheCode_AreAllOnTheOperationsPage()
    {
        var page = await File.ReadAllTextAsync(
            RepositoryRoot.Combine("docs", "operations.md"),
            TestContext.Current.CancellationToken
        );
        var names = typeof(VitalNames)
            .GetFields()
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToArray();

        Assert.Contains(VitalNames.ChaseMissing, names);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
        Assert.All(
            (await SignalsAsync()).Where(signal => signal.StartsWith("yos.", StringComparison.Ordinal)),
            signal => Assert.Contains(signal, names)
        );
    }

    private static async Task<IReadOnlyList<(string Name, JsonElement Properties)>> RulesAsync() =>
        [
            .. (await Deployment.OfAsync(Switches.None))
                .OfType("Microsoft.Insights/scheduledQueryRules")
                .Select(rule => (rule.GetProperty("name").GetString()!, rule.GetProperty("properties"))),
        ];

    private static async Task<IReadOnlyList<string>> SignalsAsync()
    {
        await using var file = File.OpenRead(RepositoryRoot.Combine("infra", "signals.json"));
        var signals = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(
            file,
            cancellationToken: TestContext.Current.CancellationToken
        );
        return [.. signals!.Values];
    }
}
