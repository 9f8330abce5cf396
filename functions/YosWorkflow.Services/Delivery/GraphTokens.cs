using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Gives the Graph client its tokens, for one host only. Where Graph's own providers send a request without a token to a host
/// that they do not know, this one fails.
/// </summary>
internal sealed class GraphTokens(TokenCredential credential, Uri graph) : IAccessTokenProvider
{
    private const string Scope = "https://graph.microsoft.com/.default";

    /// <inheritdoc/>
    public AllowedHostsValidator AllowedHostsValidator { get; } = new([graph.Host]);

    /// <inheritdoc/>
    /// <exception cref="UnansweredException">No token was to be had.</exception>
    /// <exception cref="InvalidOperationException">The address is another one, or would carry the token in the clear.</exception>
    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default
    )
    {
        if (
            !AllowedHostsValidator.IsUrlHostValid(uri)
            || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        )
        {
            throw new InvalidOperationException($"No token goes to {uri.Scheme}://{uri.Authority}.");
        }

        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellationToken);
            return token.Token.Length > 0 ? token.Token : throw new InvalidOperationException("It is empty.");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnansweredException("Entra gave us no token for Graph.", failure)
            {
                NothingSent = true,
            };
        }
    }
}
