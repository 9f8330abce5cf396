using System.Collections.Immutable;

namespace YosWorkflow.Services.Settings;

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

    /// <summary>The mode alone, so that no key gets into a log.</summary>
    public override string ToString() => $"delivery: {Mode}";
}
