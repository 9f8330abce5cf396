using System.CommandLine;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Recovery;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>erase</c>: says what is stored of a case, and erases it when that is confirmed.</summary>
internal static class EraseVerb
{
    public static Command Create(LocalContext context)
    {
        var caseRef = new Option<string>("--case")
        {
            Description = "The case",
            HelpName = "CASE_REF",
            Required = true,
        };
        var confirm = new Option<bool>("--confirm")
        {
            Description = "Erase it; otherwise it is only said what there is",
        };
        var verb = new Command("erase", "Erase a case from everything that is stored") { caseRef, confirm };
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
                    .GetRequiredService<EraseCase>()
                    .ExecuteAsync(parsed.GetValue(caseRef)!, parsed.GetValue(confirm), cancellationToken);
                RecoveryText.Write(report, context);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
