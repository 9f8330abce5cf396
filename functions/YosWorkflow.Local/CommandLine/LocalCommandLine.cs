using System.CommandLine;
using System.CommandLine.Invocation;

namespace YosWorkflow.Local.CommandLine;

/// <summary>The command line of the local host.</summary>
internal static class LocalCommandLine
{
    private const string Debug = "--debug";

    // Long enough for what is on its way to be sent and written down; then the process ends all the same.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromMinutes(1);

    /// <summary>Does what the arguments say.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        context = context with { Traces = arguments.Contains(Debug) };
        var debug = new Option<bool>(Debug)
        {
            Description = "Say where in the program a failure came from",
            Recursive = true,
        };
        var root = new RootCommand(
            "YosWorkflow on this machine: what is owed on a caseload, and who is told of it"
        )
        {
            debug,
            DemoVerb.Create(context),
            ServeVerb.Create(context),
            ImportVerb.Create(context),
            DueVerb.Create(context),
            ObligationsVerb.Create(context),
            ChaseVerb.Create(context),
            SampleVerb.Create(context),
            ReportVerb.Create(context),
            ExportVerb.Create(context),
            RestoreVerb.Create(context),
            EraseVerb.Create(context),
            PurgeVerb.Create(context),
            CaptureVerb.Create(context),
        };
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return arguments.Count == 0 ? Explain(root, context) : Refuse(parsed, context);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = context.Output,
                    Error = context.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToStop,
                },
                cancellationToken
            );
        }
        catch (Exception exception)
        {
            foreach (var line in Failure.Lines(exception, context.Traces))
            {
                await context.Error.WriteLineAsync(line);
            }

            return ExitCode.Failed;
        }
    }

    private static int Explain(RootCommand root, LocalContext context)
    {
        root.Parse("--help").Invoke(new InvocationConfiguration { Output = context.Error });
        return ExitCode.WrongUsage;
    }

    private static int Refuse(ParseResult parsed, LocalContext context)
    {
        foreach (var error in parsed.Errors)
        {
            context.Error.WriteLine(error.Message);
        }

        var command = parsed.CommandResult.Command;
        var verb = command is RootCommand ? "" : command.Name + " ";
        context.Error.WriteLine($"'{verb}--help' says how it is used.");
        return ExitCode.WrongUsage;
    }
}
