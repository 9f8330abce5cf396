using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.TestKit;

/// <summary>
/// A made-up caseload of a real service's size: 57 staff, 1,064 cases and 6,040 milestones, up to October 2011. It is read here
/// in the plainest way, apart from the import, so that the two can be held against each other.
/// </summary>
public static class Kent2011
{
    private static readonly Lazy<Staff> LazyStaff = new(ReadStaff);
    private static readonly Lazy<ImmutableArray<Case>> LazyCases = new(ReadCases);

    /// <summary>The day for which its figures are known.</summary>
    public static DateOnly AsOf { get; } = new(2011, 10, 4);

    /// <summary>The path of staff.csv.</summary>
    public static string StaffPath => PathOf("staff.csv");

    /// <summary>The path of cases.csv.</summary>
    public static string CasesPath => PathOf("cases.csv");

    /// <summary>The path of milestones.csv.</summary>
    public static string MilestonesPath => PathOf("milestones.csv");

    /// <summary>The staff list.</summary>
    public static Staff Staff => LazyStaff.Value;

    /// <summary>Every case with its milestones, in the order of the file.</summary>
    public static ImmutableArray<Case> Cases => LazyCases.Value;

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "kent-2011", file);

    private static Staff ReadStaff() =>
        new(
            Rows(StaffPath)
                .Select(row => new StaffMember(
                    row["staff_id"],
                    row["name"],
                    row["email"],
                    OrNull(row["entra_id"]),
                    Codes<StaffRole>.Read(row["role"]),
                    OrNull(row["team"]),
                    OrNull(row["line_manager_id"]),
                    row["active"] == "Y",
                    OrNull(row["covered_by_id"]),
                    row["can_audit"] == "Y"
                ))
        );

    private static ImmutableArray<Case> ReadCases()
    {
        var milestones = Rows(MilestonesPath)
            .ToLookup(
                row => row["case_ref"],
                row => new CompletedMilestone(
                    Codes<MilestoneKind>.Read(row["milestone"]),
                    IsoDate.Parse(row["completed_on"]),
                    OrNull(row["recorded_by_id"])
                )
            );
        return
        [
            .. Rows(CasesPath)
                .Select(row =>
                    ReadCase(row) with
                    {
                        Milestones =
                        [
                            .. milestones[row["case_ref"]].OrderBy(m => m.CompletedOn).ThenBy(m => m.Kind),
                        ],
                    }
                ),
        ];
    }

    private static Case ReadCase(Dictionary<string, string> row) =>
        new()
        {
            CaseRef = row["case_ref"],
            Team = row["team"],
            CaseManagerId = row["case_manager_id"],
            OrderType = Codes<OrderType>.Read(row["order_type"]),
            OrderMadeOn = IsoDate.Parse(row["order_made_on"]),
            OrderEndsOn = Day(row["order_ends_on"]),
            ClosedOn = Day(row["closed_on"]),
            InterventionLevel = Code<InterventionLevel>(row["intervention_level"]),
            RoshLevel = Code<RiskLevel>(row["rosh_level"]),
            RoshLevelSince = Day(row["rosh_level_since"]),
            VulnerabilityLevel = Code<RiskLevel>(row["vulnerability_level"]),
            VulnerabilityLevelSince = Day(row["vulnerability_level_since"]),
            CustodyFrom = Day(row["custody_from"]),
            CustodyReleasedOn = Day(row["custody_released_on"]),
            SecureEstablishment = OrNull(row["secure_establishment"]),
            LookedAfter = Codes<LookedAfter>.Read(row["looked_after"]),
            ChildInNeed = row["child_in_need"] == "Y",
            ChildProtectionPlan = row["child_protection_plan"] == "Y",
        };

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv[column]!));
        }

        return rows;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static DateOnly? Day(string text) => text.Length == 0 ? null : IsoDate.Parse(text);

    private static T? Code<T>(string text)
        where T : struct, Enum => text.Length == 0 ? null : Codes<T>.Read(text);
}
