using System.Text.RegularExpressions;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Pipeline;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(RepositoryRoot.Combine(".github", "workflows"))
            .Select(file => Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Actions_All_ArePinnedToACommit(string file)
    {
        var uses = Uses()
            .Matches(await TextAsync(file))
            .Select(match => match.Groups["action"].Value)
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("^[\\w.-]+/[\\w.-]+@[0-9a-f]{40}$", action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Token_ByDefault_MayOnlyRead(string file) =>
        Assert.Contains(
            "\npermissions:\n  contents: read\n",
            await TextAsync(file),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Texts_OfOthers_NeverReachAShell(string file) =>
        Assert.DoesNotContain("${{ github.event", await TextAsync(file), StringComparison.Ordinal);

    private static Task<string> TextAsync(string file) =>
        File.ReadAllTextAsync(
            RepositoryRoot.Combine(".github", "workflows", file),
            TestContext.Current.CancellationToken
        );

    [GeneratedRegex(
        @"^\s*(- )?uses: (?<action>\S+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Uses();
}
