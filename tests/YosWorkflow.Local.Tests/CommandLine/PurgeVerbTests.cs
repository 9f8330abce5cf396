using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.CommandLine;

/// <summary>A purge, as an operator does it.</summary>
public sealed class PurgeVerbTests(AzuriteFixture azurite)
{
    private const string OldCase = """
        case_ref,team,case_manager_id,order_type,order_made_on,order_ends_on
        K-OLD,North,CM11,yro,2008-08-01,2009-02-01
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Purge_DryAndThenDone_SaysTheSameAndTakesOnlyWhatIsOld()
    {
        using var directory = new WorkDirectory();
        await using var azuriteOfItsOwn = await AzuriteProcess.StartAsync(Stop);
        var storage = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = azuriteOfItsOwn.ConnectionString,
        };
        var (staff, cases) = SmallCaseload.Write(directory);
        (await RunAsync(["import", "--staff", staff, "--cases", cases])).AssertDone();
        (await RunAsync(["import", "--cases", directory.Write("old.csv", OldCase)])).AssertDone();

        var said = await RunAsync(["purge", "--dry-run"]);
        Assert.Contains("Nothing was changed.", said.AssertDone().Output, StringComparison.Ordinal);
        Assert.Contains("cases that are over", said.Output, StringComparison.Ordinal);
        Assert.Contains("files that were not imported", said.Output, StringComparison.Ordinal);
        var dry = (await RunAsync(["purge", "--dry-run", "--format", "json"])).Json;
        var done = (await RunAsync(["purge", "--format", "json"])).Json;

        Assert.True(dry.GetProperty("dry_run").GetBoolean());
        Assert.Equal(1, RowsOf(dry, "cases"));
        Assert.False(done.GetProperty("dry_run").GetBoolean());
        Assert.Equal(dry.GetProperty("kinds").GetRawText(), done.GetProperty("kinds").GetRawText());
        Assert.Empty((await RunAsync(["export", "--case", "K-OLD"])).AssertDone().Output);
        Assert.NotEmpty((await RunAsync(["export", "--case", "K11"])).AssertDone().Output);
        var again = await RunAsync(["purge"]);
        Assert.Contains("Purged.", again.AssertDone().Output, StringComparison.Ordinal);

        Task<VerbResult> RunAsync(string[] arguments) =>
            Verb.RunHereAsync(directory, arguments, storage, new StillClock());
    }

    [Fact]
    public async Task Purge_WithSettingsThatKeepTooShort_IsRefused()
    {
        using var directory = new WorkDirectory();
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Retention__CaseYears"] = "0",
        };

        var refused = await Verb.RunHereAsync(directory, ["purge"], settings);

        Assert.Contains(
            "Retention__CaseYears",
            refused.AssertRefused(ExitCode.Failed),
            StringComparison.Ordinal
        );
    }

    private static int RowsOf(System.Text.Json.JsonElement report, string kind) =>
        report
            .GetProperty("kinds")
            .EnumerateArray()
            .Single(one => one.GetProperty("kind").GetString() == kind)
            .GetProperty("rows")
            .GetInt32();

    /// <summary>It is 4 October 2011, when the caseload's cases are open.</summary>
    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2011, 10, 4, 12, 0, 0, TimeSpan.Zero);
    }
}
