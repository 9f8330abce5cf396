namespace YosWorkflow.TeamsApp;

/// <summary>What differs from council to council in the Teams app.</summary>
public sealed record PackageValues
{
    /// <summary>The app's id in the tenant's catalogue: made once by the council and kept, or the app becomes another one.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The client id by which Graph knows who notifies: the managed identity's. Graph refuses anyone else.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Where the service's pages are, by https.</summary>
    public required Uri ServiceUrl { get; init; }

    /// <summary>The council's name, as the app's publisher.</summary>
    public required string Council { get; init; }

    /// <summary>Where the council says what it is and whom to ask.</summary>
    public required Uri CouncilUrl { get; init; }

    /// <summary>Where the council says what it does with personal data.</summary>
    public required Uri PrivacyUrl { get; init; }

    /// <summary>The app's version, as 1.2.3. Teams takes a package with another manifest only under a higher one.</summary>
    public required Version Version { get; init; }

    /// <summary>What stands in the manifest's template for each of them.</summary>
    internal IReadOnlyDictionary<string, string> Placeholders =>
        new Dictionary<string, string>
        {
            ["APP_ID"] = AppId.ToString(),
            ["CLIENT_ID"] = ClientId.ToString(),
            ["SERVICE_URL"] = ServiceUrl.AbsoluteUri.TrimEnd('/'),
            ["SERVICE_HOST"] = ServiceUrl.Host,
            ["COUNCIL"] = Council,
            ["COUNCIL_URL"] = CouncilUrl.AbsoluteUri,
            ["PRIVACY_URL"] = PrivacyUrl.AbsoluteUri,
            ["VERSION"] = Version.ToString(3),
        };

    /// <summary>What is wrong with them, a sentence each; none if a package can be made.</summary>
    public IEnumerable<string> Problems()
    {
        if (AppId == Guid.Empty || ClientId == Guid.Empty)
        {
            yield return "The app's id and the client id can't be empty.";
        }

        if (AppId == ClientId)
        {
            yield return "The app's id in the catalogue is not the identity's client id: make a new one for it.";
        }

        if (Council.Length is 0 or > 32)
        {
            yield return "The council's name has 1 to 32 characters, since Teams shows no more.";
        }

        foreach (var url in new[] { ServiceUrl, CouncilUrl, PrivacyUrl })
        {
            if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"'{url}' is no https address.";
            }
        }

        if (Version.Build < 0)
        {
            yield return $"'{Version}' is no version of three numbers.";
        }
    }
}
