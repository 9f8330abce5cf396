using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Chasing;

/// <summary>Where a digest is on its way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigestState>))]
public enum DigestState
{
    /// <summary>It is to be sent.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>Someone has claimed it and is sending it; if that stays so, the sender died on the way.</summary>
    [JsonStringEnumMemberName("sending")]
    Sending,

    /// <summary>A try failed for a reason that may pass; it is tried again.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The provider has accepted it.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>The provider says it has arrived.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>It can't be delivered; a person has to look at it.</summary>
    [JsonStringEnumMemberName("parked")]
    Parked,

    /// <summary>Nothing in it was still to be told when it came to be sent.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
