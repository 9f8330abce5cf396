using System.Text.Json;

namespace YosWorkflow.Local.Tests.Chasing;

[Collection(nameof(ChasedOnce))]
public sealed class ChaseVerbTests(ChasedOnce once)
{
    [Fact]
    public void Chase_TheSmallCaseload_TellsEveryoneWhatIsTheirs()
    {
        Assert.Equal(SmallCaseload.AsOf, once.Report.GetProperty("as_of").GetString());
        Assert.False(once.Report.GetProperty("dry_run").GetBoolean());
        Assert.InRange(once.Report.GetProperty("transactions").GetInt64(), 1, (2 * 8) + (11 * 3) + 30);
        Assert.Equal(0, once.Report.GetProperty("not_told").GetArrayLength());
        Assert.Equal(
            ["CM11", "CM12", "CM13", "CM21", "CM22", "CM23", "HOS1", "PS1", "PS2", "TM1", "TM2"],
            once.Told.Select(item => item.Split('|')[0]).Distinct()
        );
        Assert.Contains("CM11|email|K11|initial-plan|escalated", once.Told);
        Assert.Contains("PS1|teams|K11|initial-plan|escalated", once.Told);
        Assert.Contains("HOS1|email|K23|asset-start|head_of_service", once.Told);
        Assert.DoesNotContain(
            once.Told,
            item =>
                item.StartsWith("CM1", StringComparison.Ordinal)
                && item.Contains("|K2", StringComparison.Ordinal)
        );
        Assert.Equal(11, once.Digests.Count);
        var item = once.Report.GetProperty("told")[0].GetProperty("items")[0];
        Assert.Equal(JsonValueKind.String, item.GetProperty("due_on").ValueKind);
        Assert.Equal(30, item.GetProperty("working_days_overdue").GetInt32());
    }

    [Fact]
    public async Task Chase_DryRun_SaysTheSameAndTellsNobody()
    {
        using var directory = new WorkDirectory();
        directory.TakeOver(once.Before);

        var dry = (await Verb.RunHereAsync(directory, [.. ChasedOnce.Chase, "--dry-run"])).Json;
        var text = await Verb.RunAsync(directory, "chase", "--as-of", SmallCaseload.AsOf, "--dry-run");

        Assert.True(dry.GetProperty("dry_run").GetBoolean());
        Assert.Equal(once.Told, ChaseOutcome.Told(dry));
        Assert.Empty(ChaseOutcome.Captured(directory));
        Assert.Contains(
            "11 people would be told, by 9 emails and 2 Teams notifications",
            text.AssertDone().Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Cam Moor (CM11), email: 4 items", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2011-10-01", "weekend")]
    [InlineData("2011-08-29", "bank holiday")]
    public async Task Chase_ADayThatIsNoWorkingDay_TellsNobodyAndSaysSo(string day, string why)
    {
        using var directory = new WorkDirectory();
        directory.TakeOver(once.Before);

        string[] asked = ["chase", "--as-of", day];
        var json = (await Verb.RunHereAsync(directory, [.. asked, "--format", "json"])).Json;
        var text = await Verb.RunHereAsync(directory, asked);

        Assert.Equal(0, json.GetProperty("told").GetArrayLength());
        Assert.Contains(why, json.GetProperty("why_nobody").GetString(), StringComparison.Ordinal);
        Assert.Contains(why, text.AssertDone().Output, StringComparison.Ordinal);
        Assert.Empty(ChaseOutcome.Captured(directory));
    }

    [Fact]
    public async Task Chase_ByTwoProcessesAtOnce_IsAsOne()
    {
        using var directory = new WorkDirectory();
        directory.TakeOver(once.Before);

        var both = await Task.WhenAll(
            Verb.RunAsync(directory, ChasedOnce.Chase),
            Verb.RunAsync(directory, ChasedOnce.Chase)
        );
        var after = (await Verb.RunHereAsync(directory, ChasedOnce.Chase)).Json;

        Assert.Equal(
            once.Told,
            both.SelectMany(one => ChaseOutcome.Told(one.Json)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(ChaseOutcome.Told(after));
        var captured = ChaseOutcome.Captured(directory);
        Assert.All(captured, digest => Assert.Single(digest));
        Assert.Equal(once.Digests, captured.Select(digest => digest.Key).Order(StringComparer.Ordinal));
    }
}
