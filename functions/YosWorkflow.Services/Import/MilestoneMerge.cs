using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// Joins a case's milestones with those that come in. A milestone is the same if kind and day are; who recorded it may change,
/// but is not lost where a file does not say.
/// </summary>
internal sealed class MilestoneMerge(IEnumerable<CompletedMilestone> known)
{
    private readonly Dictionary<(MilestoneKind, DateOnly), (string? RecordedBy, int Line)> merged =
        known.ToDictionary(one => (one.Kind, one.CompletedOn), one => (one.RecordedById, 0));

    private HashSet<string>? recorders;
    private int? recorderCharacters;

    /// <summary>Whether anything that came in was new.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The milestones, ordered by day and then kind.</summary>
    public ImmutableArray<CompletedMilestone> Milestones =>
        [
            .. merged
                .Select(pair => new CompletedMilestone(pair.Key.Item1, pair.Key.Item2, pair.Value.RecordedBy))
                .OrderBy(one => one.CompletedOn)
                .ThenBy(one => one.Kind),
        ];

    /// <summary>Takes in milestones from elsewhere than a file, without a word about them.</summary>
    public void Take(IEnumerable<CompletedMilestone> others)
    {
        foreach (var one in others)
        {
            HasChanged |= merged.TryAdd((one.Kind, one.CompletedOn), (one.RecordedById, 0));
        }
    }

    /// <summary>Takes in a row of a file.</summary>
    public void Take(MilestoneRow row, RowCounts counts, ProblemLog problems)
    {
        var (kind, day, recorder) = row.Milestone;
        if (!merged.TryGetValue((kind, day), out var before))
        {
            TakeNew(row, counts, problems);
        }
        else if (recorder is null || recorder == before.RecordedBy)
        {
            counts.Keep();
            merged[(kind, day)] = (before.RecordedBy, before.Line > 0 ? before.Line : row.Line);
        }
        else if (before is { Line: > 0, RecordedBy: not null })
        {
            counts.Keep();
            problems.Warn(
                row.Line,
                "recorded_by_id",
                recorder,
                $"recorded what {before.RecordedBy} recorded by line {before.Line}; that stands"
            );
        }
        else
        {
            counts.Count(isSame: before.Line > 0);
            Set(row, recorder);
        }
    }

    private void TakeNew(MilestoneRow row, RowCounts counts, ProblemLog problems)
    {
        if (Fits(row.Milestone.RecordedById))
        {
            counts.Add();
            Set(row, row.Milestone.RecordedById);
            return;
        }

        counts.Reject();
        problems.Reject(
            row.Line,
            "case_ref",
            row.CaseRef,
            "has as many milestones as can be kept of one case"
        );
    }

    private bool Fits(string? recorder)
    {
        recorders ??= merged.Values.Select(value => value.RecordedBy).OfType<string>().ToHashSet();
        recorderCharacters ??= recorders.Sum(one => one.Length);
        if (recorder is not null && recorders.Add(recorder))
        {
            recorderCharacters += recorder.Length;
        }

        return MilestonePacking.LengthOf(merged.Count + 1, recorders.Count, recorderCharacters.Value)
            <= MilestonePacking.MaxLength;
    }

    private void Set(MilestoneRow row, string? recorder)
    {
        HasChanged = true;
        merged[(row.Milestone.Kind, row.Milestone.CompletedOn)] = (recorder, row.Line);
    }
}
