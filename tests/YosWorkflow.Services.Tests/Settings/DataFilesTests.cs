using System.Text.Json;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Tests.Settings;

public sealed class DataFilesTests
{
    [Fact]
    public void Check_TheFilesThatComeWithIt_FindsNothingWrong() => DataFiles.Check();

    // A file that nobody reads at the start is one that can be wrong until somebody needs it. Templates come with programmes.
    [Fact]
    public void All_EveryFileInTheProgram_IsRead()
    {
        var inside = new[] { typeof(AuditProgrammes), typeof(DataFiles) }
            .SelectMany(one => one.Assembly.GetManifestResourceNames())
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Where(name => !name.StartsWith("Audits/templates/", StringComparison.Ordinal));

        Assert.All(
            inside,
            name =>
                Assert.Contains(DataFiles.All, file => name.StartsWith(file.Name, StringComparison.Ordinal))
        );
        Assert.All(
            typeof(AuditProgrammes)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Audits/templates/", StringComparison.Ordinal)),
            name =>
                Assert.Contains(
                    AuditProgrammes.All,
                    programme => name == $"Audits/templates/{programme.Template.TemplateId}.json"
                )
        );
    }

    [Fact]
    public void ProblemsOf_FilesThatAreWrong_NamesEachWithWhatIsWrong()
    {
        var problems = DataFiles.ProblemsOf([
            new("a/right.json", () => { }),
            new("b/no-json.json", () => JsonDocument.Parse("{")),
            new("c/", () => throw new FormatException("c/ladder.json: it has no step.")),
            new("d/static.json", () => _ = Broken.Value),
            new("d/static.json", () => _ = Broken.Value),
        ]);

        Assert.Equal(4, problems.Length);
        Assert.StartsWith("b/no-json.json: ", problems[0], StringComparison.Ordinal);
        Assert.Equal("c/ladder.json: it has no step.", problems[1]);
        Assert.All(problems.Skip(2), problem => Assert.Equal("d/static.json: It is Monday.", problem));
    }

    private static class Broken
    {
        public static int Value { get; } = Fail();

        private static int Fail() => throw new InvalidOperationException("It is Monday.");
    }
}
