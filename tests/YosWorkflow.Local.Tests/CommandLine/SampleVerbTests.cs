using System.Text.Json.Nodes;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.CommandLine;

public sealed class SampleVerbTests
{
    private static readonly string[] October =
    [
        "sample",
        "--programme",
        "golden-thread",
        "--month",
        "2011-10",
        "--as-of",
        "2011-10-04",
    ];

    [Fact]
    public async Task Sample_Kent2011_IsTheContractsJsonAndCanBeVerified()
    {
        using var directory = new WorkDirectory();
        (
            await Verb.RunHereAsync(
                directory,
                [
                    "import",
                    "--staff",
                    Kent2011.StaffPath,
                    "--cases",
                    Kent2011.CasesPath,
                    "--milestones",
                    Kent2011.MilestonesPath,
                ]
            )
        ).AssertDone();

        var dry = await Verb.RunHereAsync(
            directory,
            [.. October, "--size", "20", "--seed", "abc", "--dry-run", "--format", "json"]
        );
        var first = await Verb.RunHereAsync(
            directory,
            [.. October, "--size", "20", "--seed", "abc", "--format", "json"]
        );
        var again = await Verb.RunHereAsync(directory, [.. October, "--percent", "50", "--format", "json"]);
        var text = await Verb.RunHereAsync(directory, October);
        var framed = await Verb.RunHereAsync(directory, [.. October, "--frame", "--format", "json"]);

        var report = first.Json;
        Assert.Equal(
            [
                "programme",
                "month",
                "as_of",
                "seed",
                "frame_size",
                "frame_hash",
                "size",
                "strata",
                "cases",
                "unallocated",
            ],
            report.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ["name", "size", "drawn"],
            report.GetProperty("strata")[0].EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ["case_ref", "stratum", "auditor_id"],
            report.GetProperty("cases")[0].EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ("abc", 20),
            (report.GetProperty("seed").GetString(), report.GetProperty("size").GetInt32())
        );
        Assert.Equal(dry.Output, first.Output);
        Assert.Equal(first.Output, again.Output);
        Assert.Contains("this is that draw", again.Error, StringComparison.Ordinal);
        Assert.Contains(
            "returns are due on Tue 18 Oct 2011",
            text.AssertDone().Output,
            StringComparison.Ordinal
        );
        await AssertVerifiedAsync(directory, first.Output, framed.AssertDone().Output);
    }

    [Theory]
    [InlineData("--month", "2011-10")]
    [InlineData("--programme", "golden-thread")]
    [InlineData("--programme", "golden-thread", "--month", "2011-13")]
    [InlineData("--programme", "platinum-thread", "--month", "2011-10")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--size", "0")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--size", "5", "--percent", "5")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--min", "5")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--percent", "101")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--seed", "")]
    [InlineData("--programme", "golden-thread", "--month", "2011-10", "--high-risk-weight", "99")]
    [InlineData("--verify", "sample.json", "--size", "5")]
    public async Task Sample_WrongUsage_IsRefusedBeforeAnythingStarts(params string[] arguments)
    {
        using var directory = new WorkDirectory();

        (await Verb.RunHereAsync(directory, ["sample", .. arguments])).AssertRefused(2);

        Assert.False(Directory.Exists(directory.Local.Path));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "programme": "golden-thread" }""")]
    [InlineData("""{ "programme": null }""")]
    public async Task Verify_AFileThatIsNoSample_SaysSo(string content)
    {
        using var directory = new WorkDirectory();
        directory.Write("sample.json", content);

        var error = (await Verb.RunHereAsync(directory, ["sample", "--verify", "sample.json"])).AssertRefused(
            1
        );
        var missing = (await Verb.RunHereAsync(directory, ["sample", "--verify", "none.json"])).AssertRefused(
            1
        );

        Assert.StartsWith("sample.json is not a published sample", error, StringComparison.Ordinal);
        Assert.StartsWith("none.json can't be read", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_NothingToDrawFrom_SaysSo()
    {
        using var directory = new WorkDirectory();

        var error = (await Verb.RunHereAsync(directory, October)).AssertRefused(1);

        Assert.StartsWith(
            "No case is in the frame of golden-thread/2011-10",
            error,
            StringComparison.Ordinal
        );
    }

    private static async Task AssertVerifiedAsync(WorkDirectory directory, string published, string framed)
    {
        directory.Write("sample.json", published);
        directory.Write("framed.json", framed);
        directory.Write("tampered.json", published.Replace("\"abc\"", "\"abd\"", StringComparison.Ordinal));
        var swapped = JsonNode.Parse(framed)!;
        swapped["frame"]![0]!["case_ref"] = "K99999";
        directory.Write("swapped.json", swapped.ToJsonString());

        var holds = await Verb.RunHereAsync(directory, ["sample", "--verify", "sample.json"]);
        var alone = await Verb.RunHereAsync(
            directory,
            ["sample", "--verify", "framed.json", "--format", "json"]
        );
        var tampered = await Verb.RunHereAsync(directory, ["sample", "--verify", "tampered.json"]);
        var other = await Verb.RunHereAsync(directory, ["sample", "--verify", "swapped.json"]);

        Assert.Contains("the draw holds", holds.AssertDone().Output, StringComparison.Ordinal);
        Assert.Contains("kept with the round", holds.Output, StringComparison.Ordinal);
        Assert.Equal("published", alone.Json.GetProperty("origin").GetString());
        Assert.True(alone.Json.GetProperty("holds").GetBoolean());
        Assert.Equal((1, 1), (tampered.ExitCode, other.ExitCode));
        Assert.Contains("does not hold", tampered.Output, StringComparison.Ordinal);
        Assert.Contains("not drawn by this seed", tampered.Output, StringComparison.Ordinal);
        Assert.Contains("frame_hash", other.Output, StringComparison.Ordinal);
    }
}
