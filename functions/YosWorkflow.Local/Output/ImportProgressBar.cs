using Spectre.Console;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Local.Output;

/// <summary>Shows how far an import is, on standard error, where a person looks at it.</summary>
internal static class ImportProgressBar
{
    /// <summary>Imports, with a bar for as long as it takes.</summary>
    public static Task<ImportReport> ShowAsync(
        LocalContext context,
        Func<IProgress<ImportProgress>?, Task<ImportReport>> import
    ) =>
        context.ErrorIsTerminal
            ? AnsiConsole
                .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) })
                .Progress()
                .AutoClear(true)
                .StartAsync(bar => import(new Bar(bar)))
            : import(null);

    private sealed class Bar(ProgressContext bar) : IProgress<ImportProgress>
    {
        private readonly ProgressTask task = bar.AddTask("Importing");

        public void Report(ImportProgress value)
        {
            task.Description = value.Stage switch
            {
                ImportStage.Reading => "Reading the files",
                ImportStage.Comparing => "Comparing with what is known",
                ImportStage.Writing => "Writing what is new",
                _ => "Done",
            };
            task.IsIndeterminate = value is { Total: 0, Stage: not ImportStage.Done };
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Stage == ImportStage.Done ? task.MaxValue : value.Done;
        }
    }
}
