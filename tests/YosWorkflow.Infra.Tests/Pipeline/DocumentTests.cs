using System.Text.RegularExpressions;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Pipeline;

/// <summary>Pages that name what is elsewhere in the repository name what is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public async Task Security_EveryTestItNames_Exists()
    {
        var page = await TextAsync("docs", "security.md");
        var files = Directory
            .EnumerateFiles(RepositoryRoot.Combine("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file));

        var named = Test()
            .Matches(page)
            .Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value));
        var missing = named
            .Distinct()
            .Where(test =>
                !files[test.Class]
                    .Any(file =>
                        File.ReadAllText(file).Contains($" {test.Method}(", StringComparison.Ordinal)
                    )
            )
            .Select(test => $"{test.Class}.{test.Method}");

        Assert.NotEmpty(named);
        Assert.Equal([], missing);
    }

    [Theory]
    [InlineData("deployment.md")]
    [InlineData("operations.md")]
    [InlineData("runbook.md")]
    [InlineData("security.md")]
    [InlineData("data-protection.md")]
    [InlineData("cost.md")]
    public async Task Page_EveryFileItNames_Exists(string page)
    {
        var text = await TextAsync("docs", page);

        var links = Link().Matches(text).Select(match => Path.Combine("docs", match.Groups["file"].Value));
        var paths = RepositoryPath().Matches(text).Select(match => match.Groups["file"].Value);
        Assert.All(
            links.Concat(paths).Distinct(),
            path =>
                Assert.True(
                    Path.Exists(RepositoryRoot.Combine(path)),
                    $"{page} names {path}, which is not there."
                )
        );
    }

    private static Task<string> TextAsync(params ReadOnlySpan<string> path) =>
        File.ReadAllTextAsync(RepositoryRoot.Combine(path), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"\]\((?<file>[\w-]+\.md)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<file>\b(infra|\.github)/[\w./-]*\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepositoryPath();
}
