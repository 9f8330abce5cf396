using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Settings;

/// <summary>Whether messages go out or to the capture server.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryMode>))]
public enum DeliveryMode
{
    /// <summary>The real clients talk to the capture server: nothing leaves the machine.</summary>
    [JsonStringEnumMemberName("capture")]
    Capture,

    /// <summary>Messages go to SendGrid and Microsoft Graph.</summary>
    [JsonStringEnumMemberName("live")]
    Live,
}
