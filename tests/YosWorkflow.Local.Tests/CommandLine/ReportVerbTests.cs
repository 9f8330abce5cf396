using System.Text;
using System.Text.Json;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.CommandLine;

public sealed class ReportVerbTests
{
    [Fact]
    public async Task Report_EveryForm_IsWrittenByItsEnding()
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

        var starts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["compliance.json"] = "{",
            ["snapshot.html"] = "<!DOCTYPE html>",
            ["compliance.csv"] = "\uFEFFtable,row,column,value",
            ["compliance.docx"] = "PK",
            ["learning.JSON"] = "{",
        };
        foreach (var (file, start) in starts)
        {
            var verb = await Verb.RunHereAsync(
                directory,
                [
                    "report",
                    Path.GetFileNameWithoutExtension(file),
                    "--from",
                    "01/10/2010",
                    "--to",
                    "2011-09-30",
                    "--out",
                    file,
                ]
            );

            Assert.Contains(file, verb.AssertDone().Output, StringComparison.Ordinal);
            var bytes = await File.ReadAllBytesAsync(
                Path.Combine(directory.Path, file),
                TestContext.Current.CancellationToken
            );
            Assert.StartsWith(start, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }

        using var report = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(directory.Path, "compliance.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("2010-10-01", report.RootElement.GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("report", "learning")]
    [InlineData("report", "nothing", "--out", "x.json")]
    [InlineData("report", "learning", "--out", "x.pdf")]
    [InlineData("report", "learning", "--out", "x.json", "--from", "yesterday")]
    public async Task Report_WrongUsage_IsRefusedAndWritesNothing(params string[] arguments)
    {
        using var directory = new WorkDirectory();

        (await Verb.RunHereAsync(directory, arguments)).AssertRefused(2);
    }

    [Fact]
    public async Task Report_PeriodThatEndsBeforeItBegins_IsRefused()
    {
        using var directory = new WorkDirectory();

        var refused = (
            await Verb.RunHereAsync(
                directory,
                ["report", "learning", "--from", "2011-10-01", "--to", "2011-09-01", "--out", "x.json"]
            )
        ).AssertRefused(2);

        Assert.Contains("--from is after --to", refused, StringComparison.Ordinal);
    }
}
