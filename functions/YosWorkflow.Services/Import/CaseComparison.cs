using Azure;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>Compares cases.csv and milestones.csv with the cases that are known.</summary>
internal sealed class CaseComparison
{
    private readonly StoredCaseload stored;
    private readonly Func<string, bool> isStaff;
    private readonly IReadOnlySet<string> columns;
    private readonly RowCounts caseCounts = new();
    private readonly RowCounts milestoneCounts = new();
    private readonly List<StoredCase> writes = [];
    private readonly List<StoredCase> moves = [];
    private readonly List<UnplacedMilestones> unplaced = [];
    private readonly List<UnplacedMilestones> placed = [];

    public CaseComparison(ReadCaseload read, StoredCaseload stored, Func<string, bool> isStaff)
    {
        this.stored = stored;
        this.isStaff = isStaff;
        columns = read.Cases.Columns;
        var rows = read.Cases.Rows.ToDictionary(row => row.Case.CaseRef);
        var milestones = read.Milestones.Rows.ToLookup(row => row.CaseRef);
        foreach (var caseRef in Touched(rows.Keys, milestones.Select(group => group.Key)))
        {
            Compare(caseRef, rows.GetValueOrDefault(caseRef), [.. milestones[caseRef]]);
        }

        WarnOfUnknownRecorders(read.Milestones.Rows);
        CaseCounts = caseCounts.Of(read.Cases);
        MilestoneCounts = milestoneCounts.Of(read.Milestones);
    }

    public FileCounts CaseCounts { get; }

    public FileCounts MilestoneCounts { get; }

    public ProblemLog CaseProblems { get; } = new(CaseloadFile.Cases);

    public ProblemLog MilestoneProblems { get; } = new(CaseloadFile.Milestones);

    public IReadOnlyList<StoredCase> Writes => writes;

    public IReadOnlyList<StoredCase> Moves => moves;

    public IReadOnlyList<UnplacedMilestones> Unplaced => unplaced;

    public IReadOnlyList<UnplacedMilestones> Placed => placed;

    public IReadOnlyList<StoredTeam> Teams => [.. TeamHolders.Changed(stored, writes.Concat(moves))];

    // In one order, whatever that of the files, so that the same files make the same transactions.
    private IEnumerable<string> Touched(IEnumerable<string> cases, IEnumerable<string> milestones) =>
        cases
            .Concat(milestones)
            .Concat(stored.Unplaced.Keys.Where(stored.Cases.ContainsKey))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private void Compare(string caseRef, CaseRow? row, MilestoneRow[] milestones)
    {
        var before = stored.Cases.GetValueOrDefault(caseRef);
        var waiting = stored.Unplaced.GetValueOrDefault(caseRef);
        var facts = row is null ? before?.Case : Facts(row, before?.Case);
        if (facts is null)
        {
            KeepUnplaced(caseRef, waiting, milestones);
            return;
        }

        var merge = new MilestoneMerge(before?.Case.Milestones ?? []);
        merge.Take(waiting?.Milestones ?? []);
        Take(merge, milestones);
        Write(before, facts, merge);
        if (waiting is not null)
        {
            placed.Add(waiting);
        }
    }

    private Case Facts(CaseRow row, Case? before)
    {
        if (!isStaff(row.Case.CaseManagerId))
        {
            CaseProblems.Warn(
                row.Line,
                "case_manager_id",
                row.Case.CaseManagerId,
                "is not in the staff list; the case is kept, and nobody can be told of it until they are"
            );
        }

        var facts = before is null ? row.Case : CaseRows.Over(before, row.Case, columns);
        caseCounts.Count(before is null ? null : facts == before with { Milestones = [] });
        return facts;
    }

    private void Write(StoredCase? before, Case facts, MilestoneMerge merge)
    {
        if (before is null)
        {
            writes.Add(new(facts with { Milestones = merge.Milestones }, null, default));
            return;
        }

        var isSame = !merge.HasChanged && facts with { Milestones = before.Case.Milestones } == before.Case;
        if (isSame)
        {
            return;
        }

        var after = facts with { Milestones = merge.HasChanged ? merge.Milestones : before.Case.Milestones };
        if (after.Team == before.Case.Team)
        {
            writes.Add(new(after, null, before.ETag));
        }
        else
        {
            moves.Add(new(after, before.Case.Team, before.ETag));
        }
    }

    private void KeepUnplaced(string caseRef, UnplacedMilestones? waiting, MilestoneRow[] milestones)
    {
        var merge = new MilestoneMerge(waiting?.Milestones ?? []);
        Take(merge, milestones);
        foreach (var row in milestones)
        {
            MilestoneProblems.Warn(
                row.Line,
                "case_ref",
                caseRef,
                "is no case that is known; the milestone is kept until it comes"
            );
        }

        if (merge.HasChanged)
        {
            unplaced.Add(new(caseRef, merge.Milestones, waiting?.ETag ?? default(ETag)));
        }
    }

    private void Take(MilestoneMerge merge, MilestoneRow[] rows)
    {
        foreach (var row in rows)
        {
            merge.Take(row, milestoneCounts, MilestoneProblems);
        }
    }

    // Somebody who left may have recorded hundreds, so each is named once.
    private void WarnOfUnknownRecorders(IEnumerable<MilestoneRow> rows)
    {
        var unknown = rows.Where(row => row.Milestone.RecordedById is { } id && !isStaff(id))
            .GroupBy(row => row.Milestone.RecordedById!, StringComparer.Ordinal);
        foreach (var group in unknown)
        {
            var more = group.Count() - 1;
            MilestoneProblems.Warn(
                group.First().Line,
                "recorded_by_id",
                group.Key,
                more == 0
                    ? "is not in the staff list"
                    : $"is not in the staff list, here and on {(more == 1 ? "1 more line" : $"{more} more lines")}"
            );
        }
    }
}
