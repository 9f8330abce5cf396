using System.CommandLine;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Recovery;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>export</c>: writes all state into a folder, or everything that is held of one case.</summary>
internal static class ExportVerb
{
    public static Command Create(LocalContext context)
    {
        var to = new Option<string?>("--to")
        {
            Description = "The folder; one that a broken-off export left is finished",
            HelpName = "DIR",
        };
        var caseRef = new Option<string?>("--case")
        {
            Description = "Only what is held of this case, a row a line, on the output",
            HelpName = "CASE_REF",
        };
        var verb = new Command(
            "export",
            "Write everything that is stored into a folder, with a checksum for each file"
        )
        {
            to,
            caseRef,
        };
        verb.Validators.Add(given =>
        {
            if (given.GetResult(to) is null == given.GetResult(caseRef) is null)
            {
                given.AddError("Give either --to or --case.");
            }
        });
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var ground = await LocalGround.OpenAsync(
                    context,
                    sends: false,
                    cancellationToken
                );
                await using var services = await ground.ServicesAsync(cancellationToken);
                if (parsed.GetValue(caseRef) is { } one)
                {
                    await WriteCaseAsync(
                        services.GetRequiredService<CaseTraces>(),
                        one,
                        context,
                        cancellationToken
                    );
                }
                else
                {
                    var folder = Path.Combine(context.Directory, parsed.GetValue(to)!);
                    var manifest = await services
                        .GetRequiredService<ExportTables>()
                        .ExecuteAsync(folder, null, cancellationToken);
                    RecoveryText.Write(manifest, context);
                }

                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static async Task WriteCaseAsync(
        CaseTraces traces,
        string caseRef,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var trace in await traces.FindAsync(caseRef, cancellationToken))
        {
            await context.Output.WriteLineAsync(trace.Json);
        }
    }
}
