namespace YosWorkflow.Web.Assets;

/// <summary>Files that are built into the assembly.</summary>
internal static class EmbeddedAsset
{
    /// <summary>Reads a file of what pages are made with.</summary>
    public static string ReadText(string name) => ReadText("Assets", name);

    /// <summary>Reads a file of a folder.</summary>
    public static string ReadText(string folder, string name) =>
        FindText(folder, name)
        ?? throw new InvalidOperationException($"{folder}/{name} is not in the assembly.");

    /// <summary>Reads a file of a folder; null if it is not there.</summary>
    public static string? FindText(string folder, string name)
    {
        using var stream = typeof(EmbeddedAsset).Assembly.GetManifestResourceStream($"{folder}/{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
