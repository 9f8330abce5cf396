using Azure;

namespace YosWorkflow.Services.Import;

/// <summary>Compares staff.csv with the staff that are known.</summary>
internal sealed class StaffComparison
{
    private readonly HashSet<string> known;
    private readonly RowCounts counts = new();
    private readonly List<StoredMember> writes = [];

    public StaffComparison(FileRows<StaffRow> read, IReadOnlyDictionary<string, StoredMember> stored)
    {
        known = [.. stored.Keys, .. read.Rows.Select(row => row.Member.StaffId)];
        foreach (var row in read.Rows)
        {
            Compare(row, stored.GetValueOrDefault(row.Member.StaffId), read.Columns);
            Warn(row.Line, "line_manager_id", row.Member.LineManagerId);
            Warn(row.Line, "covered_by_id", row.Member.CoveredById);
        }

        Counts = counts.Of(read);
    }

    public FileCounts Counts { get; }

    public ProblemLog Problems { get; } = new(CaseloadFile.Staff);

    public IReadOnlyList<StoredMember> Writes => writes;

    /// <summary>Whether someone is in the staff list once the file is imported.</summary>
    public bool IsKnown(string staffId) => known.Contains(staffId);

    private void Compare(StaffRow row, StoredMember? before, IReadOnlySet<string> columns)
    {
        var member = before is null ? row.Member : StaffRows.Over(before.Member, row.Member, columns);
        var isSame = before is null ? (bool?)null : before.Member == member;
        counts.Count(isSame);
        if (isSame is not true)
        {
            writes.Add(new(member, before?.ETag ?? default(ETag)));
        }
    }

    private void Warn(int line, string column, string? staffId)
    {
        if (staffId is not null && !known.Contains(staffId))
        {
            Problems.Warn(line, column, staffId, "is not in the staff list");
        }
    }
}
