namespace YosWorkflow.Services.Auditing;

/// <summary>What a service chooses about its audits.</summary>
public sealed record AuditSettings
{
    /// <summary>For how many months a case is not audited again (<c>Audits__ReauditMonths</c>); null: as the programme says.</summary>
    public int? ReauditMonths { get; init; }

    /// <summary>How many cases an auditor can take in a round (<c>Audits__CasesPerAuditor</c>); as many as there are, unless it is set.</summary>
    public int CasesPerAuditor { get; init; } = int.MaxValue;
}
