using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Retention;

/// <summary>What is purged.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PurgedKind>))]
public enum PurgedKind
{
    /// <summary>Cases that have been over for long.</summary>
    [JsonStringEnumMemberName("cases")]
    Cases,

    /// <summary>What was told and acknowledged on them.</summary>
    [JsonStringEnumMemberName("told")]
    Told,

    /// <summary>Audit rounds.</summary>
    [JsonStringEnumMemberName("audit_rounds")]
    AuditRounds,

    /// <summary>Digests.</summary>
    [JsonStringEnumMemberName("digests")]
    Digests,

    /// <summary>Runs of chases, imports and purges.</summary>
    [JsonStringEnumMemberName("runs")]
    Runs,

    /// <summary>Files that were neither imported nor thrown away, or whose import broke off.</summary>
    [JsonStringEnumMemberName("staged_files")]
    StagedFiles,

    /// <summary>Milestones whose case never came.</summary>
    [JsonStringEnumMemberName("unplaced_milestones")]
    UnplacedMilestones,
}

/// <summary>What was, or would be, purged of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Before">What is older than this day goes.</param>
/// <param name="Rows">How many rows.</param>
public sealed record Purged(PurgedKind Kind, DateOnly Before, int Rows);

/// <summary>What a purge did, or would do. It names nobody.</summary>
/// <param name="DryRun">Whether nothing was deleted.</param>
/// <param name="Kinds">Each kind, whether or not there was any of it.</param>
/// <param name="Transactions">How many storage transactions it made.</param>
public sealed record PurgeReport(bool DryRun, ImmutableArray<Purged> Kinds, long Transactions)
{
    /// <summary>How many rows in all.</summary>
    [JsonIgnore]
    public int Rows => Kinds.Sum(kind => kind.Rows);

    /// <summary>The counts in a line, as <c>cases 12, told 40, …</c>; what there was none of is left out.</summary>
    public string Summary() =>
        Rows == 0
            ? "nothing"
            : string.Join(
                ", ",
                Kinds
                    .Where(kind => kind.Rows > 0)
                    .Select(kind => $"{Core.Codes<PurgedKind>.Of(kind.Kind)} {kind.Rows}")
            );
}
