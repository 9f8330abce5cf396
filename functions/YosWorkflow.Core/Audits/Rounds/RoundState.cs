using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Where a round is. It only ever goes on to the next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundState>))]
public enum RoundState
{
    /// <summary>The sample is drawn; who audits what is not settled yet.</summary>
    [JsonStringEnumMemberName("drawn")]
    Drawn,

    /// <summary>The cases are allocated, and returns come in.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It is over; what was missing is named, and no return is changed any more.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}
