using System.CommandLine;
using YosWorkflow.Local.Capture;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>chase</c>: the chase of a day, or what it would be.</summary>
internal static class ChaseVerb
{
    public static Command Create(LocalContext context)
    {
        var asOf = VerbOptions.Date("--as-of", "Of which day");
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only say who would be told what: nothing is written and nobody told",
        };
        var format = VerbOptions.Format("text", "json");
        var verb = new Command("chase", "Tell everyone what is due and overdue as of a day, once")
        {
            asOf,
            dryRun,
            format,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var isDry = parsed.GetValue(dryRun);
                await using var ground = await LocalGround.OpenAsync(context, sends: true, cancellationToken);
                await using var services = await ground.ServicesAsync(cancellationToken);
                if (!isDry && services.GetService<CapturedDeliveries>() is { } captured)
                {
                    await captured.SettleInDoubtAsync(cancellationToken);
                }

                var report = await services
                    .GetRequiredService<ChaseDay>()
                    .ExecuteAsync(parsed.GetRequiredValue(asOf), isDry, cancellationToken);
                if (string.Equals(parsed.GetValue(format), "json", StringComparison.OrdinalIgnoreCase))
                {
                    SnakeJson.Write(report, context.Output);
                }
                else
                {
                    var staff = await services
                        .GetRequiredService<CaseloadTable>()
                        .ReadStaffAsync(cancellationToken);
                    ChaseText.Write(report, staff, ground.Settings.Rules.Pack, context.Output);
                }

                return report.FailedTeams.IsEmpty ? ExitCode.Done : ExitCode.Failed;
            }
        );
        return verb;
    }
}
