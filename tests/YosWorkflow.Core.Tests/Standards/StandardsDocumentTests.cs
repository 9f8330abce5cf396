using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Core.Tests.Standards;

public sealed class StandardsDocumentTests
{
    private const string Switch = "YOSWORKFLOW_WRITE_DOCS";

    private static readonly string Path = RepositoryRoot.Combine("docs", "standards.md");

    [Fact]
    public void Write_ThePacksAsTheyAre_IsThePageInDocs()
    {
        var page = StandardsDocument.Write();
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(Path, page);
        }

        Assert.True(
            File.Exists(Path) && File.ReadAllText(Path) == page,
            $"docs/standards.md is not what the packs say. Make it anew and commit it: {Switch}=1 dotnet test --project "
                + "tests/YosWorkflow.Core.Tests"
        );
    }

    [Fact]
    public void Write_EveryRuleOfEveryPack_IsThereWithItsSource()
    {
        var page = StandardsDocument.Write();

        Assert.All(
            StandardsPacks.Ids.Select(StandardsPacks.Load),
            pack =>
            {
                var start = page.IndexOf($"\n## {pack.PackId}: ", StringComparison.Ordinal);
                var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
                var chapter = page[start..(end < 0 ? page.Length : end)];
                Assert.All(
                    pack.Rules,
                    rule =>
                    {
                        Assert.Matches(
                            $@"(?m)^\| {rule.RuleId} \|.*\| {(rule.On ? "on" : "off")} \|$",
                            chapter
                        );
                        Assert.Contains(rule.Source.TrimEnd('.'), chapter, StringComparison.Ordinal);
                    }
                );
                Assert.All(
                    pack.NotKnown,
                    unknown => Assert.Contains(unknown, chapter, StringComparison.Ordinal)
                );
            }
        );
    }
}
