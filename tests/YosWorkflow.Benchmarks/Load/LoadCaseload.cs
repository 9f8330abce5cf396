using System.Globalization;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Load;

/// <summary>A caseload far larger than any service's: the cases of kent-2011 over and over, in teams of a thousand.</summary>
internal static class LoadCaseload
{
    private const int ATeam = 1_000;

    public static string[] TeamsOf(int cases) =>
        [.. Enumerable.Range(0, (cases + ATeam - 1) / ATeam).Select(Team)];

    public static async Task SeedAsync(TableStorage storage, int cases, CancellationToken cancellationToken)
    {
        await storage.EnsureTablesAsync(cancellationToken);
        await SeededCaseload.WriteAsync(storage, Kent2011.Staff, [], cancellationToken);
        for (var first = 0; first < cases; first += ATeam)
        {
            var team = Enumerable.Range(first, Math.Min(ATeam, cases - first)).Select(Copy);
            await SeededCaseload.WriteAsync(storage, Staff.None, team, cancellationToken);
        }
    }

    private static Case Copy(int number) =>
        Kent2011.Cases[number % Kent2011.Cases.Length] with
        {
            CaseRef = string.Create(CultureInfo.InvariantCulture, $"L{number:D6}"),
            Team = Team(number / ATeam),
        };

    private static string Team(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Team {number:D3}");
}
