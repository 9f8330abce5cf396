using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Where a return is, once its first part is saved.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnState>))]
public enum ReturnState
{
    /// <summary>Some of it is saved.</summary>
    [JsonStringEnumMemberName("started")]
    Started,

    /// <summary>It is in.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>It was in, and the lead has given it back with a reason.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,
}
