using Microsoft.Extensions.Configuration;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Services.Settings;

/// <summary>Reads settings and checks them all before anything starts, and the data files with them.</summary>
public static class SettingsReader
{
    private const string DefaultName = "Youth Offending Service";
    private const string DefaultTimeZone = "Europe/London";
    private const string DefaultPublicUrl = "http://localhost:7071";
    private const int DefaultHour = 7;
    private const int LatestHour = 11;
    private const int LongestName = 100;
    private const int LongestReaudit = 60;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The environment, or <c>Values</c> of local.settings.json; names as in the documentation with <c>:</c> for <c>__</c>.</param>
    /// <param name="clock">Says which year it is, for the warning that bank holidays run out; null: the machine's clock.</param>
    /// <exception cref="SettingsException">Some are missing or wrong; it names them all.</exception>
    /// <exception cref="DataFilesException">Data files that come with the software are wrong; it names them all.</exception>
    public static YosSettings Read(IConfiguration configuration, TimeProvider? clock = null)
    {
        DataFiles.Check();
        var source = new SettingsSource(configuration);
        // Every app in Azure has this, and nothing else does.
        var inAzure = source.Text("WEBSITE_SITE_NAME") is not null;
        var environment = source.Code(
            "Service__Environment",
            inAzure ? ServiceEnvironment.Production : ServiceEnvironment.Development
        );
        var storage = StorageSettings.Read(source, inAzure);
        var timeZone = TimeZone(source);
        var rules = RulesSettings.Read(source);
        var audits = Audits(source);
        var settings = new YosSettings
        {
            StorageConnection = storage.Connection,
            TableServiceUri = storage.TableServiceUri,
            IdentityClientId = storage.IdentityClientId,
            Environment = environment,
            InAzure = inAzure,
            PlatformSignIn = inAzure && PlatformSignIn(source),
            ServiceName = Name(source),
            PublicUrl = PublicUrl(source, inAzure),
            TimeZone = timeZone,
            ChaseHour = source.Number("Chase__Hour", DefaultHour, 0, LatestHour),
            Rules = rules,
            Audits = audits,
            Retention = RetentionSettingsReader.Read(source, audits),
            Delivery = DeliverySettingsReader.Read(source, environment, inAzure),
            Warnings = SettingsWarnings.Of(source, rules.Calendar, clock ?? TimeProvider.System),
        };
        return source.Problems.Count == 0 ? settings : throw new SettingsException([.. source.Problems]);
    }

    // The platform says so, not a person, so that anything but a plain yes is a no.
    private static bool PlatformSignIn(SettingsSource source) =>
        bool.TryParse(source.Text("WEBSITE_AUTH_ENABLED"), out var enabled) && enabled;

    private static AuditSettings Audits(SettingsSource source)
    {
        const string ReauditMonths = "Audits__ReauditMonths";
        return new AuditSettings
        {
            ReauditMonths = source.Text(ReauditMonths) is null
                ? null
                : source.Number(ReauditMonths, 0, 0, LongestReaudit),
            CasesPerAuditor = source.Number("Audits__CasesPerAuditor", int.MaxValue, 1, int.MaxValue),
        };
    }

    private static string Name(SettingsSource source)
    {
        var name = source.Text("Service__Name") ?? DefaultName;
        if (name.Length > LongestName || name.Any(char.IsControl))
        {
            source.Refuse("Service__Name", $"is longer than {LongestName} characters or not on one line");
        }

        return name;
    }

    private static TimeZoneInfo TimeZone(SettingsSource source)
    {
        var id = source.Text("Service__TimeZone") ?? DefaultTimeZone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        source.Refuse("Service__TimeZone", $"is '{id}', which this machine does not know as a time zone");
        return TimeZoneInfo.Utc;
    }

    private static string PublicUrl(SettingsSource source, bool inAzure)
    {
        const string Name = "Service__PublicUrl";
        var otherwise = source.Text("WEBSITE_HOSTNAME") is { } host ? $"https://{host}" : null;
        if (inAzure && otherwise is null && source.Text(Name) is null)
        {
            source.Refuse(Name, "is missing: messages link to it");
        }

        var url = source.Url(Name)?.AbsoluteUri ?? (inAzure ? otherwise : null) ?? DefaultPublicUrl;
        return url.TrimEnd('/');
    }
}
