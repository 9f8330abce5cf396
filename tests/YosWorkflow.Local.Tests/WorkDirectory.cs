namespace YosWorkflow.Local.Tests;

/// <summary>A directory of a test's own, as the current directory of verbs; gone when the test is over.</summary>
internal sealed class WorkDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("yos-local-").FullName;

    public LocalDirectory Local => LocalDirectory.Below(Path);

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies what is kept in another one's <c>.local</c>.</summary>
    public void TakeOver(WorkDirectory other)
    {
        foreach (var file in Directory.EnumerateFiles(other.Local.Path, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(other.Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose()
    {
        for (var tries = 50; ; tries--)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (tries > 0)
            {
                // An Azurite whose host was killed may still be writing its last.
                Thread.Sleep(100);
            }
        }
    }
}
