using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Retention;

namespace YosWorkflow.Services.Settings;

/// <summary>Reads for how long things are kept.</summary>
internal static class RetentionSettingsReader
{
    private const int MonthsAYear = 12;
    private const int MostYears = 75;
    private const int MostMonths = 120;
    private const int MostDays = 365;
    private const int MostStagedDays = 30;

    // The outbox and the signals look back two weeks and four: what they see has to be there.
    private const int LeastMonths = 2;
    private const int LeastDays = 7;

    /// <summary>Reads them.</summary>
    /// <param name="source">The settings.</param>
    /// <param name="audits">How far back a draw looks, which has to be kept.</param>
    public static RetentionSettings Read(SettingsSource source, AuditSettings audits)
    {
        var otherwise = new RetentionSettings();
        var read = new RetentionSettings
        {
            CaseYears = source.Number("Retention__CaseYears", otherwise.CaseYears, 1, MostYears),
            AuditYears = source.Number("Retention__AuditYears", otherwise.AuditYears, 1, MostYears),
            SendMonths = source.Number(
                "Retention__SendMonths",
                otherwise.SendMonths,
                LeastMonths,
                MostMonths
            ),
            RunMonths = source.Number("Retention__RunMonths", otherwise.RunMonths, LeastMonths, MostMonths),
            StagedDays = source.Number("Retention__StagedDays", otherwise.StagedDays, 1, MostStagedDays),
            HistoryDays = source.Number("Retention__HistoryDays", otherwise.HistoryDays, LeastDays, MostDays),
        };
        if (audits.ReauditMonths is { } months && months > read.AuditYears * MonthsAYear)
        {
            source.Refuse(
                "Retention__AuditYears",
                $"is {read.AuditYears}, and Audits__ReauditMonths looks back {months} months"
            );
        }

        return read;
    }
}
