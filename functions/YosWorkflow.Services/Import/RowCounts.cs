namespace YosWorkflow.Services.Import;

/// <summary>Counts what becomes of a file's rows while they are compared.</summary>
internal sealed class RowCounts
{
    private int added;
    private int changed;
    private int unchanged;
    private int rejected;

    public void Add() => added++;

    public void Change() => changed++;

    public void Keep() => unchanged++;

    public void Reject() => rejected++;

    /// <summary>Counts a row by what was known: null if nothing was.</summary>
    public void Count(bool? isSame)
    {
        added += isSame is null ? 1 : 0;
        changed += isSame is false ? 1 : 0;
        unchanged += isSame is true ? 1 : 0;
    }

    /// <summary>The counts, with the rows that were rejected before any comparison.</summary>
    public FileCounts Of<T>(FileRows<T> file)
        where T : class => new(file.Read, added, changed, unchanged, file.Rejected + rejected);
}
