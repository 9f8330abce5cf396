using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Settings;

/// <summary>Which of a service's installations this is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceEnvironment>))]
public enum ServiceEnvironment
{
    /// <summary>A developer's machine, or a demonstration.</summary>
    [JsonStringEnumMemberName("development")]
    Development,

    /// <summary>An installation to try things out. It may only mail the domains that are allowed.</summary>
    [JsonStringEnumMemberName("test")]
    Test,

    /// <summary>The installation that people work with.</summary>
    [JsonStringEnumMemberName("production")]
    Production,
}
