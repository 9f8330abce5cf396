using System.Diagnostics;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Scripts;

/// <summary>The scripts that change Entra ID, run against an az that keeps a small directory in files.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Identity = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Client = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Address = "https://yos.kent.example";

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("yos-az-");

    [Fact]
    public async Task GrantGraph_NotGranted_GrantsOnceAndSaysSo()
    {
        var first = await RunAsync("grant-graph.sh", Identity);
        var second = await RunAsync("grant-graph.sh", Identity);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("has been granted", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("was granted already", second.Output, StringComparison.Ordinal);
        Assert.Equal(["send-role"], Granted());
    }

    [Fact]
    public async Task GrantGraph_Check_ChangesNothing()
    {
        var before = await RunAsync("grant-graph.sh", "--check", Identity);
        Assert.Equal(1, before.ExitCode);
        Assert.Empty(Granted());

        await RunAsync("grant-graph.sh", Identity);
        var after = await RunAsync("grant-graph.sh", "--check", Identity);

        Assert.Equal(0, after.ExitCode);
        Assert.Contains("and nothing else", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantGraph_MoreThanNeeded_IsAnError()
    {
        await File.AppendAllTextAsync(Grants, "grant-0 mail-role\n", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync("grant-graph.sh", Identity);

        Assert.Equal(1, exitCode);
        Assert.Contains("mail-role", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantGraph_Revoke_TakesItAway()
    {
        await RunAsync("grant-graph.sh", Identity);
        var (exitCode, _) = await RunAsync("grant-graph.sh", "--revoke", Identity);

        Assert.Equal(0, exitCode);
        Assert.Empty(Granted());
    }

    [Theory]
    [InlineData()]
    [InlineData("kent")]
    [InlineData(Identity, Identity)]
    public async Task GrantGraph_WrongUsage_ChangesNothing(params string[] arguments)
    {
        var (exitCode, _) = await RunAsync("grant-graph.sh", arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(Granted());
    }

    [Fact]
    public async Task SignInApp_CreateTwice_MakesOne()
    {
        var first = await RunAsync("sign-in-app.sh", "create", "YosWorkflow test");
        var second = await RunAsync("sign-in-app.sh", "create", "YosWorkflow test");

        Assert.Contains(Client, first.Output, StringComparison.Ordinal);
        Assert.Contains(Client, second.Output, StringComparison.Ordinal);
        Assert.Equal(1, Calls().Count(call => call.StartsWith("ad app create", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignInApp_CompleteTwice_ChangesOnceAndChecksOut()
    {
        var missing = await RunAsync("sign-in-app.sh", "check", Client, Address, Identity);
        await RunAsync("sign-in-app.sh", "complete", Client, Address, Identity);
        var changes = Changes();
        await RunAsync("sign-in-app.sh", "complete", Client, Address + "/", Identity);
        var complete = await RunAsync("sign-in-app.sh", "check", Client, Address, Identity);

        Assert.Equal(1, missing.ExitCode);
        Assert.Equal(4, changes);
        Assert.Equal(changes, Changes());
        Assert.Equal(0, complete.ExitCode);
        Assert.Contains(
            $"{Address}/.auth/login/aad/callback",
            await File.ReadAllTextAsync(
                Path.Combine(state.FullName, "redirects"),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SignInApp_AdmitTwice_AdmitsOnce()
    {
        await RunAsync("sign-in-app.sh", "complete", Client, Address, Identity);
        var first = await RunAsync("sign-in-app.sh", "admit", Client, Identity);
        var second = await RunAsync("sign-in-app.sh", "admit", Client, Identity);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(1, Calls().Count(call => call.Contains("method post", StringComparison.Ordinal)));
    }

    public void Dispose() => state.Delete(recursive: true);

    private string Grants => Path.Combine(state.FullName, "grants");

    private IEnumerable<string> Granted() =>
        File.Exists(Grants)
            ? File.ReadAllLines(Grants).Where(line => line.Length > 0).Select(line => line.Split(' ')[1])
            : [];

    private string[] Calls() => File.ReadAllLines(Path.Combine(state.FullName, "calls"));

    private int Changes() =>
        Calls()
            .Count(call =>
                call.Contains(" create", StringComparison.Ordinal)
                || call.Contains(" update", StringComparison.Ordinal)
            );

    private async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for bash.");
        var start = new ProcessStartInfo(
            "bash",
            [RepositoryRoot.Combine("infra", "scripts", script), .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] =
            RepositoryRoot.Combine("tests", "YosWorkflow.Infra.Tests", "Scripts", "fake-az")
            + Path.PathSeparator
            + Environment.GetEnvironmentVariable("PATH");
        start.Environment["FAKE_AZ"] = state.FullName;
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(texts));
    }
}
