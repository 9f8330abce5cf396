using System.Collections.Immutable;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Settings;

/// <summary>Whether messages go out or to the capture server.</summary>
public enum DeliveryMode
{
    /// <summary>The real clients talk to the capture server: nothing leaves the machine.</summary>
    Capture,

    /// <summary>Messages go to SendGrid and Microsoft Graph.</summary>
    Live,
}

/// <summary>What a service chooses. It is read and checked whole before anything starts.</summary>
public sealed record YosSettings
{
    /// <summary>The connection string of storage (<c>AzureWebJobsStorage</c>); null if a managed identity is used, or none is set.</summary>
    public string? StorageConnection { get; init; }

    /// <summary>The table endpoint (<c>Storage__TableServiceUri</c> or <c>AzureWebJobsStorage__tableServiceUri</c>), reached by managed identity.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity, or null.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>The service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Where the pages are, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>The service's time zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The hour of the morning's chase in that time zone (<c>Chase__Hour</c>).</summary>
    public required int ChaseHour { get; init; }

    /// <summary>The rules by which the service works: pack, overrides, day 0, calendar, ladder.</summary>
    public required ServiceRules Rules { get; init; }

    /// <summary>How messages go out.</summary>
    public required DeliverySettings Delivery { get; init; }
}

/// <summary>How messages go out.</summary>
public sealed record DeliverySettings
{
    /// <summary>Whether they go out at all.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>The domains that may be mailed (<c>Delivery__AllowedDomains</c>); empty: any, which only production may have.</summary>
    public ImmutableArray<string> AllowedDomains { get; init; } = [];

    /// <summary>SendGrid's API key.</summary>
    public string SendGridApiKey { get; init; } = "";

    /// <summary>Where SendGrid is reached, if not at its own address; the capture server in capture mode.</summary>
    public Uri? SendGridBaseUrl { get; init; }

    /// <summary>From which address emails come.</summary>
    public string SendGridFrom { get; init; } = "";

    /// <summary>In which region SendGrid keeps data: <c>eu</c> or <c>global</c>.</summary>
    public string SendGridDataResidency { get; init; } = "eu";

    /// <summary>The public key of the webhook's signatures, base64; null: every request is refused.</summary>
    public string? SendGridWebhookPublicKey { get; init; }

    /// <summary>Where Graph is reached, if not at its own address; the capture server in capture mode.</summary>
    public Uri? GraphBaseUrl { get; init; }

    /// <summary>The Entra tenant.</summary>
    public string? GraphTenantId { get; init; }

    /// <summary>The client id by which Graph knows us: the managed identity's.</summary>
    public string? GraphClientId { get; init; }

    /// <summary>The id of our Teams app; null: topics are links instead of the app's own.</summary>
    public string? TeamsAppId { get; init; }
}
