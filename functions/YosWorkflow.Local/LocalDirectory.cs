namespace YosWorkflow.Local;

/// <summary>
/// Where the local host keeps what has to last: <c>.local</c> below the current directory. A caseload lies in it, so only its
/// user can read it, and git leaves it out.
/// </summary>
/// <param name="path">Its path.</param>
internal sealed class LocalDirectory(string path)
{
    private const string Name = ".local";
    private const string AsidePrefix = "before-";
    private const UnixFileMode UserOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Its path.</summary>
    public string Path { get; } = path;

    /// <summary>The one below a directory, whether or not it exists yet.</summary>
    public static LocalDirectory Below(string directory) => new(System.IO.Path.Combine(directory, Name));

    /// <summary>A directory in it, made if it is not there.</summary>
    /// <exception cref="VerbFailedException">It can't be made.</exception>
    public string Make(string name)
    {
        try
        {
            MakePrivate(Path);
            var ignore = System.IO.Path.Combine(Path, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }

            var below = System.IO.Path.Combine(Path, name);
            MakePrivate(below);
            return below;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"Nothing can be kept in {Path}: {exception.Message}", exception);
        }
    }

    /// <summary>Moves everything in it but what was set aside before into a directory of its own; null if there is nothing.</summary>
    /// <returns>The new directory's path.</returns>
    public string? SetAside(string name)
    {
        var kept = Directory
            .EnumerateDirectories(Path)
            .Where(one => !System.IO.Path.GetFileName(one).StartsWith(AsidePrefix, StringComparison.Ordinal))
            .Where(one => Directory.EnumerateFiles(one).Any(file => !IsLock(file)))
            .ToArray();
        if (kept.Length == 0)
        {
            return null;
        }

        var aside = Make(AsidePrefix + name);
        foreach (var file in kept.SelectMany(Directory.EnumerateFiles).Where(file => !IsLock(file)))
        {
            var below = System.IO.Path.Combine(aside, Directory.GetParent(file)!.Name);
            MakePrivate(below);
            File.Move(file, System.IO.Path.Combine(below, System.IO.Path.GetFileName(file)));
        }

        return aside;
    }

    // A lock stays where others look for it.
    private static bool IsLock(string file) => file.EndsWith(".lock", StringComparison.Ordinal);

    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UserOnly);
        }
    }
}
