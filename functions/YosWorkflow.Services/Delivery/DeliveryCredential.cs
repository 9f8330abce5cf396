using Azure.Core;
using Azure.Identity;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>Who we are to Graph.</summary>
public static class DeliveryCredential
{
    /// <summary>
    /// The credential by settings: the managed identity in Azure, or whoever is signed in on a developer's machine. In capture
    /// mode a word that the capture server takes for a token; it is worth nothing elsewhere.
    /// </summary>
    public static TokenCredential Of(DeliverySettings settings) =>
        settings.Mode == DeliveryMode.Capture
            ? new CaptureCredential()
            : new DefaultAzureCredential(
                new DefaultAzureCredentialOptions
                {
                    TenantId = settings.GraphTenantId,
                    ManagedIdentityClientId = settings.GraphClientId,
                    ExcludeInteractiveBrowserCredential = true,
                }
            );

    private sealed class CaptureCredential : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new("capture", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
