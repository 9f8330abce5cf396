using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.CommandLine;

/// <summary>Verbs one after the other, on storage that each of them starts itself.</summary>
public sealed class CaseloadVerbTests
{
    private static readonly string[] Kent2011Files =
    [
        "--staff",
        Kent2011.StaffPath,
        "--cases",
        Kent2011.CasesPath,
        "--milestones",
        Kent2011.MilestonesPath,
    ];

    [Fact]
    public async Task Import_Kent2011Twice_GivesTheIssuesFiguresAndThenWritesNothing()
    {
        using var directory = new WorkDirectory();

        var first = (await Verb.RunAsync(directory, ["import", .. Kent2011Files, "--format", "json"])).Json;
        var obligations = await Verb.RunAsync(
            directory,
            "obligations",
            "--as-of",
            "2011-10-04",
            "--open",
            "--format",
            "csv"
        );
        var second = (await Verb.RunAsync(directory, ["import", .. Kent2011Files, "--format", "json"])).Json;

        Assert.Equal([57, 57, 0, 0, 0], Counts(first, "staff"));
        Assert.Equal([1064, 1064, 0, 0, 0], Counts(first, "cases"));
        Assert.Equal([6040, 6040, 0, 0, 0], Counts(first, "milestones"));
        Assert.Equal(0, first.GetProperty("problems").GetArrayLength());
        Assert.Equal([57, 0, 0, 57, 0], Counts(second, "staff"));
        Assert.Equal([1064, 0, 0, 1064, 0], Counts(second, "cases"));
        Assert.Equal([6040, 0, 0, 6040, 0], Counts(second, "milestones"));
        AssertFigures(obligations.AssertDone().Output);
    }

    [Fact]
    public async Task Import_RowsThatAreWrong_AreExplainedAndTheRestGoesIn()
    {
        using var directory = new WorkDirectory();
        var (staff, _) = SmallCaseload.Write(directory);
        var cases = directory.Write(
            "some.csv",
            "case_ref;team;case_manager_id;order_type;order_made_on\n"
                + "K1;North;CM11;yro;31/02/2011\nK2;North;CM11;yro;01/08/2011\nK3;North;CM11;fine;01/08/2011\n"
        );

        var text = await Verb.RunHereAsync(directory, ["import", "--staff", staff, "--cases", cases]);
        var json = (
            await Verb.RunHereAsync(directory, ["import", "--cases", cases, "--format", "json"])
        ).Json;

        Assert.Contains("31/02/2011", text.AssertDone().Output, StringComparison.Ordinal);
        Assert.Equal([3, 0, 0, 1, 2], Counts(json, "cases"));
        var problem = json.GetProperty("problems")[0];
        Assert.Equal("cases.csv", problem.GetProperty("file").GetString());
        Assert.Equal(2, problem.GetProperty("line").GetInt32());
        Assert.Equal("order_made_on", problem.GetProperty("column").GetString());
        Assert.Equal("31/02/2011", problem.GetProperty("value").GetString());
        Assert.Equal("rejected", problem.GetProperty("severity").GetString());
        Assert.NotEmpty(problem.GetProperty("reason").GetString()!);
    }

    [Theory]
    [InlineData("case_ref,team\nK1,North\n")]
    [InlineData("PK\u0003\u0004\0\0 no CSV file at all")]
    [InlineData("")]
    public async Task Import_AFileThatIsRefused_ExitsWithOneAndSaysWhy(string content)
    {
        using var directory = new WorkDirectory();
        var cases = directory.Write("cases.csv", content);

        var result = await Verb.RunHereAsync(directory, ["import", "--cases", cases]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Refused: nothing was changed.", result.Output, StringComparison.Ordinal);
        Assert.Contains("cases.csv", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obligations_OfATeam_AreItsOwnInEveryForm()
    {
        using var directory = new WorkDirectory();
        await SmallCaseload.ImportAsync(directory);
        string[] asked = ["obligations", "--as-of", SmallCaseload.AsOf, "--team", "North"];

        var json = (await Verb.RunHereAsync(directory, [.. asked, "--format", "json"])).Json;
        var table = (await Verb.RunHereAsync(directory, asked)).AssertDone().Output;
        var unknown = await Verb.RunHereAsync(
            directory,
            ["obligations", "--as-of", SmallCaseload.AsOf, "--team", "Nroth"]
        );

        Assert.Equal(SmallCaseload.AsOf, json.GetProperty("as_of").GetString());
        var items = json.GetProperty("obligations").EnumerateArray().ToArray();
        Assert.All(items, item => Assert.Equal("North", item.GetProperty("team").GetString()));
        var plan = items.First(item => item.GetProperty("rule_id").GetString() == "initial-plan");
        Assert.Equal("K11", plan.GetProperty("case_ref").GetString());
        Assert.Equal("2011-08-22", plan.GetProperty("due_on").GetString());
        Assert.Equal("overdue", plan.GetProperty("status").GetString());
        Assert.Equal("CM11", plan.GetProperty("owed_by_id").GetString());
        Assert.Equal(30, plan.GetProperty("working_days_overdue").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, plan.GetProperty("met_on").ValueKind);
        Assert.Contains("30 working days overdue", table, StringComparison.Ordinal);
        Assert.DoesNotContain("South", table, StringComparison.Ordinal);
        Assert.Contains("North, South", unknown.AssertRefused(1), StringComparison.Ordinal);
    }

    private static int[] Counts(System.Text.Json.JsonElement report, string file)
    {
        var counts = report.GetProperty("files").GetProperty(file);
        return
        [
            .. new[] { "read", "added", "changed", "unchanged", "rejected" }.Select(name =>
                counts.GetProperty(name).GetInt32()
            ),
        ];
    }

    private static void AssertFigures(string csv)
    {
        var lines = csv.TrimEnd().Split('\n');
        Assert.Equal("case_ref,rule_id,due_on,status,met_on,owed_by_id,working_days_overdue", lines[0]);
        var rows = lines[1..].Select(line => line.Split(',')).ToArray();
        Assert.All(rows, row => Assert.Equal(7, row.Length));
        Assert.Equal(
            [("due_today", 3), ("overdue", 657), ("upcoming", 768)],
            rows.GroupBy(row => row[3]).Select(rows => (rows.Key, rows.Count())).Order()
        );
        Assert.Equal(
            [
                ("learning-styles", 238),
                ("what-do-you-think", 167),
                ("plan-review", 56),
                ("risk-meeting", 41),
                ("asset-start", 31),
            ],
            rows.Where(row => row[3] == "overdue")
                .GroupBy(row => row[1])
                .Select(rule => (rule.Key, rule.Count()))
                .OrderByDescending(rule => rule.Item2)
                .Take(5)
        );
    }
}
