namespace YosWorkflow.Services.Storage;

/// <summary>The tables. The value's name is the table's.</summary>
public enum TableName
{
    /// <summary>
    /// Staff: partition <c>staff</c>, row = staff id. Teams: partition <c>teams</c>, row = team. When the caseload was imported:
    /// partition <c>state</c>.
    /// </summary>
    People,

    /// <summary>Cases with their milestones: partition = team, row = case reference.</summary>
    Cases,

    /// <summary>What was told on a case, notices not yet put into a digest, and acknowledgements: partition = team.</summary>
    Chasing,

    /// <summary>Digests and their state: partition = day, row = person and channel.</summary>
    Digests,

    /// <summary>Runs of chases and imports: partition = kind, row = the run.</summary>
    Runs,

    /// <summary>Imports that are under way, in chunks: partition = the import.</summary>
    Imports,

    /// <summary>Audit rounds, their draws, allocations and returns: partition = the round.</summary>
    Audits,
}
