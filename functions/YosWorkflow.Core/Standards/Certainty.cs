using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Standards;

/// <summary>How sure it is that a rule's limit is what the standard says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Read in the service's own paper.</summary>
    [JsonStringEnumMemberName("stated")]
    Stated,

    /// <summary>Read in statute.</summary>
    [JsonStringEnumMemberName("statute")]
    Statute,

    /// <summary>Seen in a secondary source: evidence of the standard, not the standard itself.</summary>
    [JsonStringEnumMemberName("corroborated")]
    Corroborated,

    /// <summary>Not confirmed by anything that could be read.</summary>
    [JsonStringEnumMemberName("unconfirmed")]
    Unconfirmed,

    /// <summary>A rule of the service itself.</summary>
    [JsonStringEnumMemberName("local")]
    Local,
}
