namespace YosWorkflow.TestKit;

/// <summary>Where the repository lies, found by walking up from the running tests to the solution file.</summary>
public static class RepositoryRoot
{
    private const string Solution = "YosWorkflow.sln";

    /// <summary>The repository's root directory.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) =>
        System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string from)
    {
        for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, Solution)))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No directory above '{from}' holds {Solution}.");
    }
}
