using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;

namespace YosWorkflow.Services.Settings;

/// <summary>Finds what does not keep the service from working but should be looked at.</summary>
internal static class SettingsWarnings
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Service"] = ["Name", "PublicUrl", "TimeZone", "Environment"],
        ["Standards"] = ["Pack", "DayZero", "Rules"],
        ["Chase"] = ["Hour"],
        ["Audits"] = ["ReauditMonths", "CasesPerAuditor"],
        ["SendGrid"] = ["ApiKey", "BaseUrl", "From", "DataResidency", "WebhookPublicKey"],
        ["Graph"] = ["BaseUrl", "TenantId", "ClientId", "TeamsAppId"],
        ["Delivery"] = ["Mode", "AllowedDomains"],
        ["Retention"] = ["CaseYears", "AuditYears", "SendMonths", "RunMonths", "StagedDays", "HistoryDays"],
    };

    public static ImmutableArray<string> Of(
        SettingsSource source,
        WorkingDayCalendar calendar,
        TimeProvider clock
    ) => [.. BankHolidays(calendar, clock), .. Unknown(source)];

    private static IEnumerable<string> BankHolidays(WorkingDayCalendar calendar, TimeProvider clock)
    {
        var nextYear = clock.GetUtcNow().Year + 1;
        if (calendar.LastYear < nextYear)
        {
            yield return $"The bank holidays of {nextYear} are not known: update the software before obligations reach into that year.";
        }
    }

    // A misspelt setting would otherwise pass for a missing one.
    private static IEnumerable<string> Unknown(SettingsSource source) =>
        Known.SelectMany(section =>
            source
                .Below(section.Key)
                .Where(name => !section.Value.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(name => $"{section.Key}__{name} is not a setting; it is left out of account.")
        );
}
