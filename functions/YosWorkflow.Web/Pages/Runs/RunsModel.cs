using System.Collections.Immutable;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Retention;
using YosWorkflow.Web.Pages.Import;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Runs;

/// <summary>The chases, imports and purges there were, with what each did and did not, and why.</summary>
/// <param name="Chases">The chases, the latest first.</param>
/// <param name="Imports">The imports, the latest first.</param>
/// <param name="Purges">The purges, the latest first.</param>
public sealed record RunsModel(Table Chases, Table Imports, Table Purges)
{
    internal static RunsModel Of(
        IReadOnlyList<ChaseRun> chases,
        IReadOnlyList<ImportRun> imports,
        IReadOnlyList<PurgeRun> purges,
        bool mayOpenImports,
        Site site
    ) =>
        new(
            new Table(
                "chases",
                "The latest chases",
                [
                    new("Day"),
                    new("Outcome"),
                    new("Started"),
                    new("Finished"),
                    Column.OfNumbers("Cases"),
                    Column.OfNumbers("Storage transactions"),
                ],
                [.. chases.Select(run => Row(run, site))]
            ),
            new Table(
                "imports",
                "The imports, each with the last time that the same files came",
                [
                    new("When"),
                    new("Outcome"),
                    Column.OfNumbers("Read"),
                    Column.OfNumbers("Added"),
                    Column.OfNumbers("Changed"),
                    Column.OfNumbers("Unchanged"),
                    Column.OfNumbers("Rejected"),
                ],
                [.. imports.Select(run => Row(run, mayOpenImports, site))]
            ),
            PurgeRows.Of(purges, site)
        );

    private static ImmutableArray<Cell> Row(ChaseRun run, Site site) =>
        [
            new Cell(Dates.Short(run.Day)) { Href = Addresses.Chase(run.Day) },
            Outcome(run),
            site.Moment(run.StartedAt),
            run.FinishedAt is { } at ? site.Moment(at) : "–",
            Cell.OrDash(run.Cases),
            Cell.OrDash(run.Transactions),
        ];

    private static Cell Outcome(ChaseRun run) =>
        run switch
        {
            { WhyNobody: { } why } => new Cell("Nobody was to be told") { Note = why },
            { FailedTeams: { IsEmpty: false } failed } => new Cell(
                $"{Wording.Count(failed.Length, "team")} failed"
            )
            {
                Note = string.Join(" ", failed.Select(team => $"{team.Team}: {team.Reason}")),
            },
            { FinishedAt: null } => new Cell("Not finished")
            {
                Note = "It is under way, or was stopped; the next run takes it up.",
            },
            _ => new Cell("Done"),
        };

    private static ImmutableArray<Cell> Row(ImportRun run, bool mayOpen, Site site)
    {
        FileCounts[] files = [run.Report.Files.Staff, run.Report.Files.Cases, run.Report.Files.Milestones];
        var problems = run.Report.Problems.Length;
        return
        [
            new Cell(site.Moment(run.At)) { Href = mayOpen ? ImportAddress.Report(run.Id) : null },
            problems == 0 ? "Nothing wrong" : Wording.Count(problems, "thing") + " to look at",
            Cell.OrDash(files.Sum(file => file.Read)),
            Cell.OrDash(files.Sum(file => file.Added)),
            Cell.OrDash(files.Sum(file => file.Changed)),
            Cell.OrDash(files.Sum(file => file.Unchanged)),
            Cell.OrDash(files.Sum(file => file.Rejected)),
        ];
    }
}
