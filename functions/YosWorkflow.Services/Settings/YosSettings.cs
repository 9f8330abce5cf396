using System.Collections.Immutable;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Retention;

namespace YosWorkflow.Services.Settings;

/// <summary>What a service chooses. It is read and checked whole before anything starts.</summary>
public sealed record YosSettings
{
    /// <summary>The connection string of storage (<c>AzureWebJobsStorage</c>); null if a managed identity is used, or none is set.</summary>
    public string? StorageConnection { get; init; }

    /// <summary>The table endpoint (<c>Storage__TableServiceUri</c> or <c>AzureWebJobsStorage__tableServiceUri</c>), reached by managed identity.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>The client id of the user-assigned identity that reaches storage (<c>AzureWebJobsStorage__clientId</c>, <c>AZURE_CLIENT_ID</c>), or null.</summary>
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

    /// <summary>What the service chooses about its audits.</summary>
    public AuditSettings Audits { get; init; } = new();

    /// <summary>For how long things are kept.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>How messages go out.</summary>
    public required DeliverySettings Delivery { get; init; }

    /// <summary>Which of its installations this is.</summary>
    public ServiceEnvironment Environment { get; init; }

    /// <summary>Whether this runs in Azure, as <c>WEBSITE_SITE_NAME</c> says.</summary>
    public bool InAzure { get; init; }

    /// <summary>
    /// Whether App Service authentication stands before the app (<c>WEBSITE_AUTH_ENABLED</c>, in Azure only). It takes the headers
    /// that say who is signed in off what comes from outside and sets them itself; without it anyone could.
    /// </summary>
    public bool PlatformSignIn { get; init; }

    /// <summary>What does not keep the service from working but should be looked at, a sentence each. Hosts log them at the start.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The service's name alone, so that no connection string gets into a log.</summary>
    public override string ToString() => $"settings of {ServiceName}";
}
