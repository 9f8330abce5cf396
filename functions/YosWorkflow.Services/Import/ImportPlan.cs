using System.Collections.Immutable;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>What an import will write, and what it will say. Nothing to write: the files say what is known.</summary>
/// <param name="Counts">What becomes of the rows.</param>
/// <param name="Problems">What is wrong, in the order of files and lines.</param>
/// <param name="Staff">Staff to be written, on the versions read.</param>
/// <param name="Teams">Teams that hold a case for the first time, or whose cases somebody holds for the first time, on the versions read.</param>
/// <param name="Cases">Cases to be written where they are, on the versions read.</param>
/// <param name="Moves">Cases to be moved from another team, on the versions read there.</param>
/// <param name="Unplaced">Milestones to be kept until their case comes.</param>
/// <param name="Placed">Kept milestones whose case has come; to be removed once it is written.</param>
internal sealed record ImportPlan(
    ImportCounts Counts,
    ImmutableArray<ImportProblem> Problems,
    IReadOnlyList<StoredMember> Staff,
    IReadOnlyList<StoredTeam> Teams,
    IReadOnlyList<StoredCase> Cases,
    IReadOnlyList<StoredCase> Moves,
    IReadOnlyList<UnplacedMilestones> Unplaced,
    IReadOnlyList<UnplacedMilestones> Placed
)
{
    /// <summary>How many entities are to be written.</summary>
    public int Entities =>
        Staff.Count + Teams.Count + Cases.Count + Moves.Count + Unplaced.Count + Placed.Count;

    /// <summary>Whether nothing is to be written.</summary>
    public bool IsEmpty => Entities == 0;

    /// <summary>Compares what was read with what is known.</summary>
    public static ImportPlan Of(ReadCaseload read, StoredCaseload stored)
    {
        var staff = new StaffComparison(read.Staff, stored.Staff);
        var cases = new CaseComparison(read, stored, staff.IsKnown);
        return new(
            new(staff.Counts, cases.CaseCounts, cases.MilestoneCounts),
            [
                .. read.Staff.Problems.With(staff.Problems),
                .. read.Cases.Problems.With(cases.CaseProblems),
                .. read.Milestones.Problems.With(cases.MilestoneProblems),
            ],
            staff.Writes,
            cases.Teams,
            cases.Writes,
            cases.Moves,
            cases.Unplaced,
            cases.Placed
        );
    }
}
