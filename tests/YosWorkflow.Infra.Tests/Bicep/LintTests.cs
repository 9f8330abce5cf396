using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

public sealed class LintTests
{
    private static readonly IReadOnlyDictionary<string, string> Variables = Switches.None.Variables;

    [Theory]
    [InlineData("**/*.bicep")]
    [InlineData("**/*.bicepparam")]
    public async Task Lint_EveryFile_SaysNothing(string pattern)
    {
        var (exitCode, output) = await BicepCli.RunAsync(
            RepositoryRoot.Combine("infra"),
            Variables,
            "lint",
            "--pattern",
            pattern
        );

        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("**/*.bicep")]
    [InlineData("**/*.bicepparam")]
    public async Task Format_EveryFile_ChangesNothing(string pattern)
    {
        var folder = Deployment.CopyFiles();

        var (exitCode, output) = await BicepCli.RunAsync(folder, Variables, "format", "--pattern", pattern);

        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
        foreach (var file in BicepFiles())
        {
            Assert.Equal(
                await TextAsync(RepositoryRoot.Combine("infra", file)),
                await TextAsync(Path.Combine(folder, file))
            );
        }
    }

    [Theory]
    [InlineData("allowSharedKeyAccess: false", "allowSharedKeyAcces: false", "BCP089")]
    [InlineData("var services =", "var unused = 1\nvar services =", "no-unused-vars")]
    public async Task Lint_SlipInAModule_IsSaid(string right, string slip, string code)
    {
        var folder = Deployment.CopyFiles();
        var file = Path.Combine(folder, "modules", "storage.bicep");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            file,
            text.Replace(right, slip, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var (_, output) = await BicepCli.RunAsync(folder, Variables, "lint", "main.bicep");

        Assert.Contains(code, output, StringComparison.Ordinal);
    }

    /// <summary>All files of ours in Bicep's language, by their path below infra/.</summary>
    internal static IEnumerable<string> BicepFiles() =>
        Directory
            .EnumerateFiles(RepositoryRoot.Combine("infra"), "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(RepositoryRoot.Combine("infra"), file));

    private static Task<string> TextAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
