using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>What may be wrong or missing in the record.</summary>
/// <param name="Day">Today.</param>
/// <param name="OpenCases">How many open cases were looked at.</param>
/// <param name="Faults">What was found, and how often.</param>
/// <param name="Kind">Which kind is listed, or null.</param>
/// <param name="Listed">The faults of that kind; null if none is listed.</param>
/// <param name="Page">Which page of them is shown.</param>
public sealed record DataQualityModel(
    DateOnly Day,
    int OpenCases,
    Table Faults,
    DataFault? Kind,
    Table? Listed,
    int Page
)
{
    /// <summary>How many faults there are of all kinds.</summary>
    public required int Total { get; init; }

    internal static DataQualityModel Of(
        DataQuality quality,
        DataFault? kind,
        ServiceReading reading,
        DateOnly day,
        int page
    )
    {
        var faults = Enum.GetValues<DataFault>();
        return new DataQualityModel(
            day,
            quality.OpenCases,
            new Table(
                "faults",
                "What may be wrong or missing in the record",
                [new("What"), Column.OfNumbers("How many"), new("What comes of it")],
                [
                    .. faults.Select(fault =>
                        (ImmutableArray<Cell>)
                            [
                                new Cell(FaultWords.Title(fault))
                                {
                                    Href =
                                        quality.Of(fault) == 0
                                            ? null
                                            : Addresses.Service(
                                                "data-quality",
                                                kind: Codes<DataFault>.Of(fault)
                                            ),
                                },
                                Cell.OrDash(quality.Of(fault)),
                                FaultWords.Consequence(fault),
                            ]
                    ),
                ]
            ),
            kind,
            kind is { } listed ? List(quality.Found, listed, reading.Staff) : null,
            page
        )
        {
            Total = faults.Sum(quality.Of),
        };
    }

    private static Table List(ImmutableArray<FaultFound> found, DataFault kind, Staff staff) =>
        new(
            "list",
            FaultWords.Title(kind),
            [new(Subject(kind)), new("Team"), new("What was found"), new("Whom to ask")],
            [
                .. found.Select(one =>
                    (ImmutableArray<Cell>)
                        [
                            one.Of,
                            one.Team is { } team
                                ? new Cell(team) { Href = Addresses.MyTeam(team) }
                                : new Cell("–"),
                            one.What,
                            PersonOf(one.PersonId, staff),
                        ]
                ),
            ]
        );

    private static string Subject(DataFault kind) =>
        kind switch
        {
            DataFault.TeamWithoutSupervisor => "Name of the team",
            DataFault.StaffWithoutEmail or DataFault.StaffWithoutEntraId or DataFault.EntraIdTwice =>
                "Staff id",
            _ => "Case",
        };

    private static Cell PersonOf(string? id, Staff staff) =>
        staff.Find(id) is { } person
            ? new Cell(person.Name) { Href = Addresses.MyDay(person.StaffId) }
            : new Cell(id ?? "–");
}
