using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Local.Demonstration;

/// <summary>
/// A caseload of a real service's size to try the software with. No child and nobody of the staff in it exists. The same first
/// morning gives the same caseload.
/// </summary>
/// <param name="Day">Its first morning; nothing in it is dated after that but the ends of orders.</param>
/// <param name="Staff">The staff.</param>
/// <param name="Cases">The cases, with what was done on them.</param>
internal sealed record DemonstrationCaseload(
    DateOnly Day,
    ImmutableArray<StaffMember> Staff,
    ImmutableArray<Case> Cases
)
{
    private const int Seed = 650;

    /// <summary>Makes it.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of a year that it needs are not known.</exception>
    public static DemonstrationCaseload Make(DateOnly day)
    {
        var chance = new Chance(Seed + day.DayNumber);
        var practice = new DemonstrationPractice(day, chance);
        return new(
            day,
            DemonstrationStaff.All,
            [.. new DemonstrationCases(day, chance).Make().Select(practice.WorkOn)]
        );
    }
}
