using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Delivery;

/// <summary>Why a provider, or we ourselves, refused to send a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalCause>))]
public enum RefusalCause
{
    /// <summary>The request as such was refused.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>The person has no address, or no Entra id, or is not in the staff list.</summary>
    [JsonStringEnumMemberName("no_address")]
    NoAddress,

    /// <summary>The address is outside the domains that may be mailed outside production.</summary>
    [JsonStringEnumMemberName("not_allowed")]
    NotAllowed,

    /// <summary>Our Teams app is not installed for this person; email is used instead.</summary>
    [JsonStringEnumMemberName("teams_app_not_installed")]
    TeamsAppNotInstalled,

    /// <summary>The app lacks the permission to notify anyone in Teams; an administrator has to grant it.</summary>
    [JsonStringEnumMemberName("teams_permission_missing")]
    TeamsPermissionMissing,
}
