using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>What can be missing when a round ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingKind>))]
public enum MissingKind
{
    /// <summary>The case had no auditor.</summary>
    [JsonStringEnumMemberName("auditor")]
    Auditor,

    /// <summary>The return was not in.</summary>
    [JsonStringEnumMemberName("return")]
    Return,

    /// <summary>The second check was not in.</summary>
    [JsonStringEnumMemberName("second_check")]
    SecondCheck,
}

/// <summary>Something that was missing when a round ended.</summary>
/// <param name="CaseRef">On which case.</param>
/// <param name="Kind">What.</param>
/// <param name="WithId">With whom it lay; null if with nobody.</param>
public sealed record MissingItem(string CaseRef, MissingKind Kind, string? WithId);
