using System.Diagnostics;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Load;

/// <summary>
/// <c>load [cases] [seconds]</c>: reads teams' lists from the local host at a rising rate, beside the same storage reads with the bare
/// client, and prints the curve of both. Everything is on the loopback address; neither time nor requests can run away.
/// </summary>
internal static class TeamReadLoad
{
    private const int UsualCases = 100_000;
    private const int UsualSeconds = 5;
    private const int MostCases = 200_000;
    private const int MostSeconds = 30;
    private const int Askers = 4;
    private const int WarmUps = 10;

    private static readonly double[] Shares = [0.1, 0.25, 0.5, 0.75, 1.0];

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var cases = Number(arguments, 0, UsualCases, MostCases);
        var time = TimeSpan.FromSeconds(Number(arguments, 1, UsualSeconds, MostSeconds));
        await using var azurite = await AzuriteProcess.StartAsync(cancellationToken);
        var storage = TableStorage.FromConnectionString(azurite.ConnectionString);
        var seeding = Stopwatch.StartNew();
        await LoadCaseload.SeedAsync(storage, cases, cancellationToken);
        Say(
            FormattableString.Invariant(
                $"{cases:N0} cases in storage after {seeding.Elapsed.TotalSeconds:F0} s."
            )
        );
        await using var host = await LocalHost.StartAsync(azurite.ConnectionString, cancellationToken);
        await CompareAsync(storage, host, LoadCaseload.TeamsOf(cases), time, cancellationToken);
        return 0;
    }

    private static async Task CompareAsync(
        TableStorage storage,
        LocalHost host,
        string[] teams,
        TimeSpan time,
        CancellationToken cancellationToken
    )
    {
        var reads = new StorageReads(storage);
        Func<int, Task> bare = number => reads.TeamAsync(TeamOf(teams, number), cancellationToken);
        Func<int, Task> ours = number => ListAsync(host.Client, TeamOf(teams, number), cancellationToken);
        for (var number = 0; number < WarmUps; number++)
        {
            await bare(number);
            await ours(number);
        }

        var highest = await OpenLoop.HighestRateAsync(Askers, time, bare, cancellationToken);
        var ownHighest = await OpenLoop.HighestRateAsync(Askers, time, ours, cancellationToken);
        Say(
            FormattableString.Invariant(
                $"Highest rate: storage alone {highest:F1} a second, the local host {ownHighest:F1}."
            )
        );
        Say(
            "| rate/s | share | reads | storage p50 ms | storage p99 ms | ours p50 ms | ours p99 ms | p99 ratio | errors | memory MiB |"
        );
        Say("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var share in Shares)
        {
            var rate = highest * share;
            var theirs = await OpenLoop.RunAsync(rate, time, bare, cancellationToken);
            var own = await OpenLoop.RunAsync(rate, time, ours, cancellationToken);
            Say(
                FormattableString.Invariant(
                    $"| {rate:F1} | {share:P0} | {own.Asked} | {theirs.P50:F0} | {theirs.P99:F0} | {own.P50:F0} | {own.P99:F0} | {own.P99 / theirs.P99:F2} | {own.Errors} + {theirs.Errors} | {host.Memory:F0} |"
                )
            );
        }
    }

    private static async Task ListAsync(HttpClient client, string team, CancellationToken cancellationToken)
    {
        var address =
            $"/api/obligations?asOf={IsoDate.Format(Kent2011.AsOf)}&team={Uri.EscapeDataString(team)}";
        using var answer = await client.GetAsync(address, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
    }

    // Spread over the teams, the same for both.
    private static string TeamOf(string[] teams, int number) => teams[number * 37 % teams.Length];

    private static int Number(string[] arguments, int at, int otherwise, int most) =>
        arguments.Length > at
        && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, most)
            : otherwise;

    private static void Say(string line) => Console.WriteLine(line);
}
