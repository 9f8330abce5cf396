using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>A row that holds something of a case.</summary>
/// <param name="Kind">What it holds of it.</param>
/// <param name="Table">In which table it is.</param>
/// <param name="Entity">The row, on the version that was read.</param>
public sealed record CaseTrace(CaseTraceKind Kind, TableName Table, TableEntity Entity)
{
    /// <summary>The row as JSON, for a person who asks what is held about them.</summary>
    public string Json => RowJson.Write(Entity);
}

/// <summary>What a row holds of a case.</summary>
public enum CaseTraceKind
{
    /// <summary>The case with its milestones.</summary>
    Case,

    /// <summary>Milestones that came before the case.</summary>
    UnplacedMilestones,

    /// <summary>What was told about it.</summary>
    Told,

    /// <summary>A supervisor's acknowledgement.</summary>
    Acknowledgement,

    /// <summary>Something that is to be told about it and in no digest yet.</summary>
    Notice,

    /// <summary>A digest that tells something about it.</summary>
    Digest,

    /// <summary>An import's report that names it.</summary>
    ImportReport,

    /// <summary>A chase's report that names it.</summary>
    ChaseReport,

    /// <summary>Its part in an audit round: with whom its audit lies, returns, comments, actions.</summary>
    Audit,

    /// <summary>Anything else that names it, such as the frame of a draw.</summary>
    Other,
}
