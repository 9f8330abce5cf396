using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>Whether a child is looked after, and by which local authority.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LookedAfter>))]
public enum LookedAfter
{
    /// <summary>Not looked after.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Looked after by this local authority.</summary>
    [JsonStringEnumMemberName("own")]
    Own,

    /// <summary>Looked after by another local authority.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
