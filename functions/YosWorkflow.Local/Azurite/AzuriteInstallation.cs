namespace YosWorkflow.Local.Azurite;

/// <summary>Finds Azurite, which the build installs from npm.</summary>
internal static class AzuriteInstallation
{
    private static readonly string TableService = Path.Combine(
        "node_modules",
        "azurite",
        "dist",
        "src",
        "table",
        "main.js"
    );

    /// <summary>The script of its table service: in the nearest <c>node_modules</c> above one of the directories.</summary>
    /// <exception cref="VerbFailedException">It is not installed.</exception>
    public static string Find(params IReadOnlyList<string> directories) =>
        directories.SelectMany(WithThoseAbove).Select(InNodeModules).FirstOrDefault(File.Exists)
        ?? throw new VerbFailedException(
            "No storage is configured, and Azurite is not installed. Run 'npm ci' where package.json lies, or set AzureWebJobsStorage."
        );

    private static IEnumerable<DirectoryInfo> WithThoseAbove(string directory)
    {
        for (var one = new DirectoryInfo(directory); one is not null; one = one.Parent)
        {
            yield return one;
        }
    }

    private static string InNodeModules(DirectoryInfo directory) =>
        Path.Combine(directory.FullName, TableService);
}
