using System.Diagnostics;
using Azure.Data.Tables;
using YosWorkflow.Local.Azurite;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.Azurite;

public sealed class LocalAzuriteTests
{
    private static readonly string[] Here = [AppContext.BaseDirectory];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_GivenBackAndTakenAgain_KeepsWhatWasWritten()
    {
        using var directory = new WorkDirectory();
        int pid;
        await using (var lease = await LocalAzurite.TakeAsync(directory.Local, Here, Stop))
        {
            pid = lease.Azurite.Pid;
            await WriteAsync(lease, "one");
        }

        await AssertEndsAsync(pid);
        await using var again = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);
        Assert.Equal(["one"], await ReadAsync(again));
    }

    [Fact]
    public async Task Take_ManyAtOnce_ShareOneThatLastsAsLongAsAnyOfThem()
    {
        using var directory = new WorkDirectory();

        var leases = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => LocalAzurite.TakeAsync(directory.Local, Here, Stop))
        );

        var pid = Assert.Single(leases.Select(lease => lease.Azurite.Pid).Distinct());
        foreach (var (lease, number) in leases.Select((lease, number) => (lease, number)))
        {
            Assert.True(IsRunning(pid));
            await WriteAsync(lease, $"row{number}");
            await lease.DisposeAsync();
        }

        await AssertEndsAsync(pid);
        await using var again = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);
        Assert.Equal(6, (await ReadAsync(again)).Count);
    }

    // Each gives back the last lease while another takes the next: nobody may start a second one on the same data.
    [Fact]
    public async Task Take_WhileOthersEndIt_LosesNothing()
    {
        using var directory = new WorkDirectory();

        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async worker =>
                {
                    for (var turn = 0; turn < 3; turn++)
                    {
                        await using var lease = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);
                        await WriteAsync(lease, $"row{worker}-{turn}");
                    }
                })
        );

        await using var again = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);
        Assert.Equal(9, (await ReadAsync(again)).Count);
    }

    [Fact]
    public async Task Take_AfterAzuriteItselfWasKilled_StartsItAgain()
    {
        using var directory = new WorkDirectory();
        await using (var lease = await LocalAzurite.TakeAsync(directory.Local, Here, Stop))
        {
            using var azurite = Process.GetProcessById(lease.Azurite.Pid);
            azurite.Kill();
            await azurite.WaitForExitAsync(Stop);
        }

        await using var again = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);

        await WriteAsync(again, "one");
        Assert.Equal(["one"], await ReadAsync(again));
    }

    [Fact]
    public async Task Take_AfterSomethingElseTookItsPort_StartsAnother()
    {
        using var directory = new WorkDirectory();
        using var stranger = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        stranger.Start();
        var port = ((System.Net.IPEndPoint)stranger.LocalEndpoint).Port;
        var answering = Task.Run(
            async () =>
            {
                using var connection = await stranger.AcceptTcpClientAsync(Stop);
                await connection.GetStream().WriteAsync("SSH-2.0-stranger\n"u8.ToArray(), Stop);
            },
            Stop
        );
        File.WriteAllText(
            Path.Combine(directory.Local.Make("azurite"), "running.json"),
            $$"""{"id":"x","pid":1,"leasePort":{{port}},"tablePort":{{port}},"account":"a:b"}"""
        );

        await using var lease = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);

        await WriteAsync(lease, "one");
        await answering;
    }

    [Fact]
    public async Task Take_OnlyItsUserCanReadWhatIsKept()
    {
        using var directory = new WorkDirectory();
        await using var lease = await LocalAzurite.TakeAsync(directory.Local, Here, Stop);
        if (OperatingSystem.IsWindows())
        {
            return; // There, what is below a user's own directory is theirs alone.
        }

        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        var running = Path.Combine(directory.Local.Path, "azurite", "running.json");
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(directory.Local.Path) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(running) & Others);
        Assert.Contains(lease.Azurite.Account, File.ReadAllText(running), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NotInstalled_SaysWhatToRun()
    {
        using var directory = new WorkDirectory();

        var failure = Assert.Throws<VerbFailedException>(() => AzuriteInstallation.Find(directory.Path));

        Assert.Contains("npm ci", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_BelowTheRepository_FindsItsOwn() =>
        Assert.StartsWith(
            RepositoryRoot.Path,
            AzuriteInstallation.Find(AppContext.BaseDirectory),
            StringComparison.Ordinal
        );

    private static async Task WriteAsync(AzuriteLease lease, string row)
    {
        var table = Table(lease);
        await table.CreateIfNotExistsAsync(Stop);
        await table.AddEntityAsync(new TableEntity("p", row), Stop);
    }

    private static async Task<List<string>> ReadAsync(AzuriteLease lease)
    {
        var rows = new List<string>();
        await foreach (var entity in Table(lease).QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            rows.Add(entity.RowKey);
        }

        return rows;
    }

    private static TableClient Table(AzuriteLease lease) => new(lease.Azurite.ConnectionString, "Kept");

    /// <summary>A process ends; the system may need a moment to bury it.</summary>
    internal static async Task AssertEndsAsync(int pid)
    {
        for (var look = 0; look < 400 && IsRunning(pid); look++)
        {
            await Task.Delay(50, Stop);
        }

        Assert.False(IsRunning(pid));
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
