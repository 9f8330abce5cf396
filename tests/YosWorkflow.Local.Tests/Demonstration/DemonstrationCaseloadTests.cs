using System.Text;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Local.Demonstration;
using YosWorkflow.Services.Import;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.Demonstration;

public sealed class DemonstrationCaseloadTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // A year of mornings, a week or so apart.
    public static TheoryData<DateOnly> Mornings =>
        [
            .. Enumerable
                .Range(0, 46)
                .Select(number =>
                    WorkingDayCalendar.EnglandAndWales.Add(new DateOnly(2026, 11, 24).AddDays(number * 8), 0)
                ),
        ];

    [Fact]
    public async Task Make_OnTheTextsOfItsFiles_PassesTheImportWithoutAProblem()
    {
        var caseload = DemonstrationCaseload.Make(new DateOnly(2026, 11, 24));
        var storage = await azurite.NewStorageAsync(Stop);

        var report = await new CaseloadImport(storage, TimeProvider.System).RunAsync(
            new ImportFiles(
                File(CaseloadCsv.Staff(caseload.Staff)),
                File(CaseloadCsv.Cases(caseload.Cases)),
                File(CaseloadCsv.Milestones(caseload.Cases))
            ),
            progress: null,
            Stop
        );

        Assert.Empty(report.Problems);
        Assert.Equal(57, report.Files.Staff.Added);
        Assert.Equal(caseload.Cases.Length, report.Files.Cases.Added);
        Assert.Equal(caseload.Cases.Sum(one => one.Milestones.Length), report.Files.Milestones.Added);
    }

    [Theory]
    [MemberData(nameof(Mornings), DisableDiscoveryEnumeration = true)]
    public void Make_AnyMorning_LooksAlive(DateOnly morning)
    {
        var caseload = DemonstrationCaseload.Make(morning);

        var owed = Read(caseload);

        Assert.Equal(650, caseload.Cases.Count(one => one.OpenThrough >= morning));
        Assert.InRange(owed.Count(one => one.Status == ObligationStatus.Overdue), 30, 130);
        Assert.InRange(owed.Count(one => one.Status == ObligationStatus.DueToday), 1, 40);
        Assert.InRange(owed.Count(one => one.Status == ObligationStatus.Upcoming), 400, 1200);
        Assert.InRange(
            owed.Count(one => one is { Status: ObligationStatus.Overdue, WorkingDaysOverdue: >= 10 }),
            3,
            80
        );
        Assert.Contains(
            owed,
            one => one.Status == ObligationStatus.Overdue && one.Case.IsHighRiskOn(morning)
        );
        Assert.All(
            caseload.Cases.SelectMany(one => one.Milestones),
            milestone => Assert.True(milestone.CompletedOn < morning)
        );
    }

    [Fact]
    public void Make_TheSameMorningTwice_IsTheSame()
    {
        var morning = new DateOnly(2026, 11, 24);
        var (first, second) = (DemonstrationCaseload.Make(morning), DemonstrationCaseload.Make(morning));

        Assert.Equal(CaseloadCsv.Cases(first.Cases), CaseloadCsv.Cases(second.Cases));
        Assert.Equal(CaseloadCsv.Milestones(first.Cases), CaseloadCsv.Milestones(second.Cases));
    }

    [Fact]
    public void Staff_Everyone_HasANameAndAnAddressOfTheirOwn()
    {
        var staff = DemonstrationStaff.All;

        Assert.Equal(staff.Length, staff.Select(member => member.Name).Distinct().Count());
        Assert.Equal(staff.Length, staff.Select(member => member.Email).Distinct().Count());
        Assert.All(staff, member => Assert.EndsWith(".example", member.Email, StringComparison.Ordinal));
        Assert.Equal(
            staff.Length - 1,
            staff
                .Where(member => member.EntraId is not null)
                .Select(member => member.EntraId)
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public void Keep_OnALaterDay_IsTheFirstMorningStill()
    {
        using var directory = new WorkDirectory();
        var files = new DemonstrationFiles(directory.Path);
        var first = files.Keep(new DateOnly(2026, 11, 24));
        var before = System.IO.File.ReadAllText(Path.Combine(directory.Path, "cases.csv"));

        var later = new DemonstrationFiles(directory.Path).Keep(new DateOnly(2026, 11, 26));

        Assert.Equal(first, later);
        Assert.Equal(before, System.IO.File.ReadAllText(Path.Combine(directory.Path, "cases.csv")));
    }

    private static ImportFile File(string text) => ImportFile.Of(Encoding.UTF8.GetBytes(text));

    private static List<Obligation> Read(DemonstrationCaseload caseload)
    {
        var reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            new Staff(caseload.Staff)
        );
        var owed = new List<Obligation>();
        foreach (var one in caseload.Cases)
        {
            reader.Read(one, caseload.Day, owed);
        }

        return owed;
    }
}
