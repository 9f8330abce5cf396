using System.CommandLine;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>import</c>: brings staff, cases and milestones in.</summary>
internal static class ImportVerb
{
    public static Command Create(LocalContext context)
    {
        var staff = File("--staff", "staff.csv");
        var cases = File("--cases", "cases.csv: one row for each intervention");
        var milestones = File("--milestones", "milestones.csv: what was completed, and when");
        var format = VerbOptions.Format("text", "json");
        var verb = new Command(
            "import",
            "Bring staff, cases and milestones in. A row that can't be read is left out and explained; the rest goes in"
        )
        {
            staff,
            cases,
            milestones,
            format,
        };
        verb.Validators.Add(given =>
        {
            if (new[] { staff, cases, milestones }.All(option => given.GetResult(option) is null))
            {
                given.AddError(
                    "There is nothing to import: give --staff, --cases, --milestones, or several of them."
                );
            }
        });
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var files = new ImportFiles(
                    Opened(parsed.GetValue(staff), context),
                    Opened(parsed.GetValue(cases), context),
                    Opened(parsed.GetValue(milestones), context)
                );
                await using var ground = await LocalGround.OpenAsync(
                    context,
                    sends: false,
                    cancellationToken
                );
                await using var services = await ground.ServicesAsync(cancellationToken);
                var import = services.GetRequiredService<CaseloadImport>();
                var report = await ImportProgressBar.ShowAsync(
                    context,
                    progress => import.RunAsync(files, progress, cancellationToken)
                );
                if (string.Equals(parsed.GetValue(format), "json", StringComparison.OrdinalIgnoreCase))
                {
                    SnakeJson.Write(report, context.Output);
                }
                else
                {
                    ImportText.Write(report, context);
                }

                return report.IsRefused ? ExitCode.Failed : ExitCode.Done;
            }
        );
        return verb;
    }

    private static Option<string?> File(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE" };

    // Before anything is started: a slip of the key should not have to wait for storage.
    private static ImportFile? Opened(string? given, LocalContext context)
    {
        if (given is null)
        {
            return null;
        }

        var path = Path.Combine(context.Directory, given);
        try
        {
            using var file = System.IO.File.OpenRead(path);
            return file.CanSeek
                ? new ImportFile(() => System.IO.File.OpenRead(path), file.Length)
                : ImportFile.At(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException(
                Directory.Exists(path)
                    ? $"{given} is a directory and not a file."
                    : $"{given} can't be read: {exception.Message}",
                exception
            );
        }
    }
}
