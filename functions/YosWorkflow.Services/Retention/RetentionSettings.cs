namespace YosWorkflow.Services.Retention;

/// <summary>For how long things are kept. docs/data-protection.md says why.</summary>
public sealed record RetentionSettings
{
    /// <summary>
    /// For how many years after nothing of it can be open any more a case is kept, with what was told on it
    /// (<c>Retention__CaseYears</c>).
    /// </summary>
    public int CaseYears { get; init; } = 2;

    /// <summary>For how many years after their month audit rounds are kept (<c>Retention__AuditYears</c>).</summary>
    public int AuditYears { get; init; } = 6;

    /// <summary>For how many months after their day digests are kept (<c>Retention__SendMonths</c>).</summary>
    public int SendMonths { get; init; } = 12;

    /// <summary>For how many months what runs of chases, imports and purges did is kept (<c>Retention__RunMonths</c>).</summary>
    public int RunMonths { get; init; } = 12;

    /// <summary>
    /// For how many days files are kept that were neither imported nor thrown away, or whose import broke off
    /// (<c>Retention__StagedDays</c>).
    /// </summary>
    public int StagedDays { get; init; } = 1;

    /// <summary>
    /// For how many days the histories of orchestrations that have ended are kept (<c>Retention__HistoryDays</c>).
    /// </summary>
    public int HistoryDays { get; init; } = 30;
}
