using System.Collections.Immutable;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>The children looked after, in need, or with a child protection plan, and the change since a day.</summary>
/// <param name="Day">Today.</param>
/// <param name="Since">The day that it is compared with.</param>
/// <param name="RecordedOn">On which morning what it is compared with was recorded; null if it is reckoned from the record of now.</param>
/// <param name="Counts">The counts of the whole service today.</param>
/// <param name="Whole">The same as a table.</param>
/// <param name="ByTeam">By team.</param>
/// <param name="Page">Which page of the teams is shown.</param>
/// <param name="Reading">What was read.</param>
public sealed record ChildrenModel(
    DateOnly Day,
    DateOnly Since,
    DateOnly? RecordedOn,
    ChildCounts Counts,
    Table Whole,
    Table ByTeam,
    int Page,
    ServiceReading Reading
)
{
    internal static ChildrenModel Of(
        ImmutableArray<TeamChildren> now,
        ImmutableArray<TeamChildren> before,
        DateOnly day,
        DateOnly since,
        DateOnly? recordedOn,
        int page,
        ServiceReading reading
    )
    {
        var (whole, wholeBefore) = (SumOf(now), SumOf(before));
        return new ChildrenModel(
            day,
            since,
            recordedOn,
            whole,
            new Table(
                "children",
                "Children looked after, in need, or with a child protection plan, by open case",
                [
                    new("Children"),
                    Column.OfNumbers("Today"),
                    Column.OfNumbers("Of open cases"),
                    Column.OfNumbers(Dates.Plain(recordedOn ?? since)),
                    Column.OfNumbers("Change"),
                ],
                [.. ChildWords.Lines.Select(line => Row(line.Words, line.Of, whole, wholeBefore))]
            ),
            new Table(
                "teams",
                "Children looked after, in need, or with a child protection plan, by team",
                [
                    new("Team"),
                    Column.OfNumbers("Open cases"),
                    .. ChildWords
                        .Lines.Where(line => line.IsOfChildren)
                        .Select(line => Column.OfNumbers(line.Title)),
                    Column.OfNumbers("Any: change"),
                ],
                [.. now.Select(team => Row(team, before))]
            ),
            page,
            reading
        );
    }

    private static ChildCounts SumOf(ImmutableArray<TeamChildren> teams) =>
        teams.Aggregate(default(ChildCounts), (sum, team) => sum + team.Counts);

    private static ImmutableArray<Cell> Row(
        string words,
        Func<ChildCounts, int> of,
        ChildCounts now,
        ChildCounts before
    ) =>
        [
            words,
            Cell.Of(of(now)),
            now.Open == 0 ? "–" : ReportWords.Percent((double)of(now) / now.Open),
            Cell.Of(of(before)),
            ReportWords.Change(of(now) - of(before)),
        ];

    private static ImmutableArray<Cell> Row(TeamChildren team, ImmutableArray<TeamChildren> before)
    {
        var earlier = before.FirstOrDefault(other => other.Team == team.Team)?.Counts ?? default;
        return
        [
            new Cell(team.Team) { Href = Addresses.MyTeam(team.Team) },
            Cell.Of(team.Counts.Open),
            .. ChildWords
                .Lines.Where(line => line.IsOfChildren)
                .Select(line => Cell.OrDash(line.Of(team.Counts))),
            ReportWords.Change(team.Counts.Any - earlier.Any),
        ];
    }
}
