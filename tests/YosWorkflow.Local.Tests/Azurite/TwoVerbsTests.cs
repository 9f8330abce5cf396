using System.Globalization;
using YosWorkflow.Local.Azurite;

namespace YosWorkflow.Local.Tests.Azurite;

/// <summary>Verbs that run at the same time, or are killed, on storage that they start themselves.</summary>
public sealed class TwoVerbsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_FromSeveralProcessesAtOnce_LosesNothing()
    {
        using var directory = new WorkDirectory();
        var (staff, _) = SmallCaseload.Write(directory);
        var files = Enumerable.Range(1, 4).Select(number => WriteCases(directory, number)).ToArray();

        var results = await Task.WhenAll(
            files.Select(cases => Verb.RunAsync(directory, "import", "--staff", staff, "--cases", cases))
        );

        Assert.All(results, result => result.AssertDone());
        var listed = await Verb.RunAsync(
            directory,
            "obligations",
            "--as-of",
            SmallCaseload.AsOf,
            "--format",
            "csv"
        );
        var references = listed.AssertDone().Output.Split('\n')[1..].Select(line => line.Split(',')[0]);
        Assert.Equal(100, references.Where(reference => reference.Length > 0).Distinct().Count());
    }

    [Fact]
    public async Task Serve_KilledWhileAnotherVerbUsesItsStorage_LeavesItAndThenNothing()
    {
        using var directory = new WorkDirectory();
        using var serve = Verb.Start(directory, "serve", "--urls", "http://127.0.0.1:" + FreePort());
        await serve.LineWithAsync("serves");
        var pid = RunningPid(directory);
        await using (
            var second = await LocalAzurite.TakeAsync(directory.Local, [AppContext.BaseDirectory], Stop)
        )
        {
            await serve.KillAsync();
            Assert.Equal(pid, second.Azurite.Pid);
            await SmallCaseload.ImportAsync(directory);
        }

        await LocalAzuriteTests.AssertEndsAsync(pid);
        var listed = await Verb.RunAsync(directory, "obligations", "--as-of", SmallCaseload.AsOf);
        Assert.Contains("K11", listed.AssertDone().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_Killed_LeavesNoAzurite()
    {
        using var directory = new WorkDirectory();
        using var serve = Verb.Start(directory, "serve", "--urls", "http://127.0.0.1:" + FreePort());
        await serve.LineWithAsync("serves");
        var pid = RunningPid(directory);

        await serve.KillAsync();

        await LocalAzuriteTests.AssertEndsAsync(pid);
    }

    internal static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static int RunningPid(WorkDirectory directory) =>
        RunningAzurite.Read(Path.Combine(directory.Local.Path, "azurite", "running.json"))!.Pid;

    private static string WriteCases(WorkDirectory directory, int file)
    {
        var rows = Enumerable
            .Range(1, 25)
            .Select(row => FormattableString.Invariant($"K{file}-{row},North,CM11,yro,2011-08-01\n"));
        return directory.Write(
            FormattableString.Invariant($"cases{file}.csv"),
            "case_ref,team,case_manager_id,order_type,order_made_on\n" + string.Concat(rows)
        );
    }
}
