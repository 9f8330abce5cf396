using System.CommandLine;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>report</c>: writes a report for people outside the service into a file.</summary>
internal static class ReportVerb
{
    public static Command Create(LocalContext context)
    {
        var kind = new Argument<string>("REPORT")
        {
            Description =
                "learning: what the audits found; snapshot: children looked after, in need or on a plan; compliance: work done in time",
        };
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Codes<ReportKind>.All]);
        var from = VerbOptions.OptionalDate(
            "--from",
            "The first day of which it tells [default: a year's months up to --to]"
        );
        var to = VerbOptions.OptionalDate(
            "--to",
            "The last day; things are as they stood on it [default: today]"
        );
        var file = new Option<string>("--out")
        {
            Description = $"The file; its ending says the form: {Endings}",
            HelpName = "FILE",
            Required = true,
        };
        file.Validators.Add(given =>
        {
            if (given.Tokens.Count > 0 && FormatOf(given.Tokens[0].Value) is null)
            {
                given.AddError($"'{given.Tokens[0].Value}' ends in none of {Endings}.");
            }
        });
        var verb = new Command(
            "report",
            "Write a report for people outside the service. Numbers under five are left out, and so is what would give them away"
        )
        {
            kind,
            from,
            to,
            file,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(from) > parsed.GetValue(to))
                {
                    await context.Error.WriteLineAsync("--from is after --to.");
                    return ExitCode.WrongUsage;
                }

                var name = parsed.GetRequiredValue(file);
                await using var ground = await LocalGround.OpenAsync(
                    context,
                    sends: false,
                    cancellationToken
                );
                await using var services = await ground.ServicesAsync(cancellationToken);
                var today = TodayOf(services);
                var report = await services
                    .GetRequiredService<MakeReport>()
                    .ExecuteAsync(
                        Codes<ReportKind>.Read(parsed.GetRequiredValue(kind)),
                        PeriodOf(parsed.GetValue(from), parsed.GetValue(to) ?? today),
                        today,
                        cancellationToken
                    );
                await File.WriteAllBytesAsync(
                    Path.Combine(context.Directory, name),
                    ReportWriter.Write(report, FormatOf(name)!.Value),
                    cancellationToken
                );
                await context.Output.WriteLineAsync(
                    $"{report.Title}, {ReportWords.Days(report.Period)}: written to {name}."
                );
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static string Endings => string.Join(", ", Codes<ReportFormat>.All.Select(code => "." + code));

    private static ReportFormat? FormatOf(string file) =>
        Codes<ReportFormat>.TryRead(Path.GetExtension(file).TrimStart('.'), out var format) ? format : null;

    private static DateOnly TodayOf(IServiceProvider services) =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(
                    services.GetRequiredService<TimeProvider>().GetUtcNow(),
                    services.GetRequiredService<YosSettings>().TimeZone
                )
                .DateTime
        );

    private static Period PeriodOf(DateOnly? from, DateOnly to)
    {
        var first = from ?? IsoMonth.Of(to).AddMonths(1 - MakeReport.UsualMonths);
        return first > to ? throw new VerbFailedException("--from is after --to.")
            : Period.MonthsBetween(first, to) >= Period.MostMonths
                ? throw new VerbFailedException($"A report tells of {Period.MostMonths} months at most.")
            : new Period(first, to);
    }
}
