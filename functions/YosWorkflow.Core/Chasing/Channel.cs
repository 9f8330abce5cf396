using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Chasing;

/// <summary>By which way a person is told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>An email.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A notification in the Teams activity feed.</summary>
    [JsonStringEnumMemberName("teams")]
    Teams,
}
