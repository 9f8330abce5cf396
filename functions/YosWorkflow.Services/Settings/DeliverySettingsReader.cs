using System.Collections.Immutable;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace YosWorkflow.Services.Settings;

/// <summary>Reads how messages go out.</summary>
internal static partial class DeliverySettingsReader
{
    private const string Mode = "Delivery__Mode";
    private const string Domains = "Delivery__AllowedDomains";
    private const string From = "SendGrid__From";
    private const string ApiKey = "SendGrid__ApiKey";
    private const string SendGridUrl = "SendGrid__BaseUrl";
    private const string Residency = "SendGrid__DataResidency";
    private const string PublicKey = "SendGrid__WebhookPublicKey";
    private const string GraphUrl = "Graph__BaseUrl";

    // What stands in, where nothing leaves the machine, for what only the providers would check.
    private const string CaptureKey = "capture";
    private const string CaptureFrom = "morning-chase@yos.example";

    private static readonly string[] ProvidersHosts =
    [
        "sendgrid.com",
        "sendgrid.net",
        "graph.microsoft.com",
        "graph.microsoft.us",
    ];

    public static DeliverySettings Read(SettingsSource source, ServiceEnvironment environment, bool inAzure)
    {
        var mode = source.Code(Mode, inAzure ? DeliveryMode.Live : DeliveryMode.Capture);
        var settings = new DeliverySettings
        {
            Mode = mode,
            AllowedDomains = AllowedDomains(source),
            SendGridApiKey = source.Text(ApiKey) ?? (mode == DeliveryMode.Capture ? CaptureKey : ""),
            SendGridBaseUrl = source.Url(SendGridUrl),
            SendGridFrom = FromAddress(source) ?? (mode == DeliveryMode.Capture ? CaptureFrom : ""),
            SendGridDataResidency = DataResidency(source),
            SendGridWebhookPublicKey = WebhookPublicKey(source),
            GraphBaseUrl = source.Url(GraphUrl),
            GraphTenantId = source.Guid("Graph__TenantId"),
            GraphClientId = source.Guid("Graph__ClientId"),
            TeamsAppId = source.Guid("Graph__TeamsAppId"),
        };
        if (mode == DeliveryMode.Live)
        {
            CheckLive(source, settings, environment);
        }
        else
        {
            CheckCapture(source, SendGridUrl, settings.SendGridBaseUrl, inAzure);
            CheckCapture(source, GraphUrl, settings.GraphBaseUrl, inAzure);
        }

        return settings;
    }

    private static void CheckLive(
        SettingsSource source,
        DeliverySettings settings,
        ServiceEnvironment environment
    )
    {
        const string Why = $"{Mode} is live";
        source.Needed(ApiKey, Why);
        source.Needed(From, Why);
        source.Needed("Graph__TenantId", Why);
        source.Needed("Graph__ClientId", Why);
        if (
            environment != ServiceEnvironment.Production
            && settings.AllowedDomains.IsEmpty
            && source.Text(Domains) is null
        )
        {
            source.Refuse(
                Domains,
                "is missing: Delivery__Mode is live outside production, where only allowed domains may be mailed"
            );
        }
    }

    // Nothing may leave the machine by mistake: not for want of an address, and not by the providers' own.
    private static void CheckCapture(SettingsSource source, string name, Uri? url, bool inAzure)
    {
        if (inAzure)
        {
            source.Needed(name, "Delivery__Mode is capture, and in Azure there is no capture server");
        }

        if (url is not null && ProvidersHosts.Any(host => IsWithin(url.Host, host)))
        {
            source.Refuse(name, "is the provider's own address, though Delivery__Mode is capture");
        }
    }

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string> AllowedDomains(SettingsSource source)
    {
        var domains = (source.Text(Domains) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(domain => domain.TrimStart('@').ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        var wrong = domains.Where(domain => !Domain().IsMatch(domain)).ToArray();
        if (wrong.Length > 0 || (domains.IsEmpty && source.Text(Domains) is not null))
        {
            source.Refuse(
                Domains,
                $"is not a list of domains such as 'kent.gov.uk,example.org': '{string.Join(", ", wrong)}' is none"
            );
        }

        return domains;
    }

    private static string? FromAddress(SettingsSource source)
    {
        if (source.Text(From) is not { } text)
        {
            return null;
        }

        // An address alone: with a name beside it, SendGrid would refuse every message.
        if (
            MailAddress.TryCreate(text, out var address)
            && address.Address == text
            && Domain().IsMatch(address.Host)
        )
        {
            return text;
        }

        source.Refuse(From, "is not an email address");
        return null;
    }

    private static string DataResidency(SettingsSource source)
    {
        var region = source.Text(Residency)?.ToLowerInvariant() ?? "eu";
        if (region is "eu" or "global")
        {
            return region;
        }

        source.Refuse(Residency, $"is '{region}', which is neither eu nor global");
        return "eu";
    }

    private static string? WebhookPublicKey(SettingsSource source)
    {
        if (source.Text(PublicKey) is not { } text)
        {
            return null;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return text;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            source.Refuse(PublicKey, "is not a public key as SendGrid shows it for its signed webhook");
            return null;
        }
    }

    [GeneratedRegex(
        @"^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Domain();
}
