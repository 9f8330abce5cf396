using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Storage;

/// <summary>The keys of the rows in <see cref="TableName.Audits"/>.</summary>
internal static class AuditRow
{
    /// <summary>The partition that lists the rounds.</summary>
    public const string Rounds = "rounds";

    /// <summary>The round itself: what was drawn, and where it is.</summary>
    public const string Round = "round";

    /// <summary>Who was to audit what when it was allocated.</summary>
    public const string Allocation = "allocation";

    /// <summary>What the frame's rows begin with; the frame's hash and a number follow.</summary>
    public const string FramePrefix = "frame|";

    /// <summary>A case of the sample, and with whom its audit lies.</summary>
    public const string CasePrefix = "case|";

    /// <summary>The audit's return.</summary>
    public const string ReturnPrefix = "return|";

    /// <summary>With whom the second check of a case lies.</summary>
    public const string SecondPrefix = "second|";

    /// <summary>The second check's return.</summary>
    public const string SecondReturnPrefix = "check|";

    /// <summary>Comments: the case and a fingerprint follow.</summary>
    public const string CommentPrefix = "comment|";

    /// <summary>Actions: the case and the action's identifier follow.</summary>
    public const string ActionPrefix = "action|";

    /// <summary>A round's partition, which is its key in the list of rounds as well.</summary>
    public static string Partition(RoundId round) =>
        $"{round.ProgrammeId}{StorageKey.Separator}{IsoMonth.Format(round.Month)}";

    /// <summary>Whether a partition is a round's. No team's name holds the separator.</summary>
    public static bool IsPartition(string partition) => partition.Contains(StorageKey.Separator);

    /// <summary>The round of a partition.</summary>
    public static RoundId ToRound(string partition) =>
        partition.Split(StorageKey.Separator) is [var programme, var month]
        && IsoMonth.TryParse(month, out var first)
            ? new RoundId(programme, first)
            : throw new InvalidOperationException($"'{partition}' is not the key of a round.");

    /// <summary>What the keys of a case's comments or actions begin with.</summary>
    public static string OnCase(string prefix, string caseRef) => prefix + caseRef + StorageKey.Separator;
}
