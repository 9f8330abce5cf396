using System.CommandLine;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Recovery;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>restore</c>: takes an export back.</summary>
internal static class RestoreVerb
{
    public static Command Create(LocalContext context)
    {
        var from = new Option<string>("--from")
        {
            Description = "The folder of the export",
            HelpName = "DIR",
            Required = true,
        };
        var addMissing = new Option<bool>("--add-missing")
        {
            Description = "Add what is missing to tables that hold something else; otherwise that is refused",
        };
        var verb = new Command(
            "restore",
            "Take an export back. Nothing that is stored is written over or deleted"
        )
        {
            from,
            addMissing,
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
                    .GetRequiredService<RestoreTables>()
                    .ExecuteAsync(
                        Path.Combine(context.Directory, parsed.GetValue(from)!),
                        parsed.GetValue(addMissing),
                        cancellationToken
                    );
                RecoveryText.Write(report, context);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
