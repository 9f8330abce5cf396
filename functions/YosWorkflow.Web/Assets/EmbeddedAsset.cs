namespace YosWorkflow.Web.Assets;

/// <summary>Files that are built into the assembly.</summary>
internal static class EmbeddedAsset
{
    /// <summary>Reads a file by its name.</summary>
    public static string ReadText(string name)
    {
        using var stream = typeof(EmbeddedAsset).Assembly.GetManifestResourceStream("Assets/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
