using Azure;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Recovery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.CommandLine;

/// <summary>Says what went wrong to whoever gave the command.</summary>
internal static class Failure
{
    /// <summary>What went wrong, in a line; settings and data files have one each.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="traces">Whether to say where as well.</param>
    public static IEnumerable<string> Lines(Exception exception, bool traces)
    {
        IEnumerable<string> lines = exception switch
        {
            SettingsException settings => settings.Problems.Select(problem => problem.TrimEnd('.') + "."),
            DataFilesException files => files.Problems,
            _ => [Line(exception)],
        };
        return traces ? lines.Append(exception.ToString()) : lines;
    }

    private static string Line(Exception exception) =>
        exception switch
        {
            OperationCanceledException => "Stopped.",
            VerbFailedException or OutsideBankHolidaysException or UnknownSchemaException =>
                exception.Message,
            UnusableExportException or TablesInUseException or ErasureRefusedException => exception.Message,
            IOException or UnauthorizedAccessException => exception.Message,
            RequestFailedException failed => $"Storage refuses: {FirstLine(failed.Message)}",
            AggregateException { InnerException: RequestFailedException failed } =>
                $"Storage does not answer: {FirstLine(failed.Message)}",
            _ =>
                $"Something went wrong that should not ({exception.GetType().Name}: {FirstLine(exception.Message)}). "
                    + "With --debug it says where.",
        };

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];
}
