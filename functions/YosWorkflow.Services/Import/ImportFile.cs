namespace YosWorkflow.Services.Import;

/// <summary>A file to be imported, wherever it is.</summary>
/// <param name="Open">Opens it at its beginning. The stream is disposed of by whoever reads it.</param>
/// <param name="Length">Its length in bytes, if that is known beforehand: a file that is too long is then refused unread.</param>
public sealed record ImportFile(Func<Stream> Open, long? Length = null)
{
    /// <summary>A file on disk.</summary>
    public static ImportFile At(string path) => new(() => File.OpenRead(path), null);

    /// <summary>A file in memory.</summary>
    public static ImportFile Of(byte[] content) =>
        new(() => new MemoryStream(content, writable: false), content.LongLength);
}
