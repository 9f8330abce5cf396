namespace YosWorkflow.Services.Delivery;

/// <summary>Why a provider, or we ourselves, refused to send a message.</summary>
public enum RefusalCause
{
    /// <summary>The request as such was refused.</summary>
    Rejected,

    /// <summary>The person has no address, or no Entra id, or is not in the staff list.</summary>
    NoAddress,

    /// <summary>The address is outside the domains that may be mailed outside production.</summary>
    NotAllowed,

    /// <summary>Our Teams app is not installed for this person; email is used instead.</summary>
    TeamsAppNotInstalled,

    /// <summary>The app lacks the permission to notify anyone in Teams; an administrator has to grant it.</summary>
    TeamsPermissionMissing,
}
