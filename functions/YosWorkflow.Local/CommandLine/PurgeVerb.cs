using System.CommandLine;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Retention;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>purge</c>: deletes what has been kept long enough, as the Functions app does every night.</summary>
internal static class PurgeVerb
{
    private const string Json = "json";

    public static Command Create(LocalContext context)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what there is to purge" };
        var format = VerbOptions.Format("table", Json);
        var verb = new Command("purge", "Delete what has been kept as long as the settings say")
        {
            dryRun,
            format,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var ground = await LocalGround.OpenAsync(
                    context,
                    sends: false,
                    cancellationToken
                );
                await using var services = await ground.ServicesAsync(cancellationToken);
                var report = await services
                    .GetRequiredService<PurgeExpired>()
                    .ExecuteAsync(parsed.GetValue(dryRun), cancellationToken);
                if (parsed.GetValue(format) == Json)
                {
                    SnakeJson.Write(report, context.Output);
                }
                else
                {
                    PurgeText.Write(report, context);
                }

                return ExitCode.Done;
            }
        );
        return verb;
    }
}
