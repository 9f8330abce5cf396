using System.Text.Json.Serialization;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>What SendGrid says has become of an email.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryEventKind>))]
public enum DeliveryEventKind
{
    /// <summary>SendGrid has accepted it.</summary>
    [JsonStringEnumMemberName("processed")]
    Processed,

    /// <summary>The recipient's server put it off; SendGrid goes on trying.</summary>
    [JsonStringEnumMemberName("deferred")]
    Deferred,

    /// <summary>The recipient's server took it.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>The recipient's server refused it.</summary>
    [JsonStringEnumMemberName("bounce")]
    Bounce,

    /// <summary>SendGrid did not send it.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,
}

/// <summary>A delivery event of the SendGrid webhook.</summary>
/// <param name="Digest">Which digest it is about.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">What the recipient's server or SendGrid said, without addresses; null if nothing.</param>
public sealed record DeliveryEvent(
    DigestKey Digest,
    DeliveryEventKind Kind,
    DateTimeOffset At,
    string? Reason
);
