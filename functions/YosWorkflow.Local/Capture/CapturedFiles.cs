using System.Globalization;
using System.Text;
using System.Text.Json;

namespace YosWorkflow.Local.Capture;

/// <summary>
/// What was captured, in files of one request a line. Each process writes a file of its own, so that two never write into one;
/// all are read. A line that a killed process left unfinished was never answered, and is passed over.
/// </summary>
/// <param name="directory">Where the files are.</param>
/// <param name="clock">Says when this process began, for its file's name.</param>
internal sealed class CapturedFiles(string directory, TimeProvider clock) : IDisposable
{
    private const string Ending = ".jsonl";
    private const string Folder = "captured";

    private readonly SemaphoreSlim writing = new(1);
    private readonly Dictionary<string, ReadFile> read = new(StringComparer.Ordinal);
    private readonly Lock reading = new();
    private FileStream? own;

    /// <summary>Those below the current directory, which every process there shares.</summary>
    public static CapturedFiles Below(LocalContext context) =>
        new(LocalDirectory.Below(context.Directory).Make(Folder), context.Clock);

    /// <summary>Keeps a request. When it is through, the request outlives this process.</summary>
    public async Task AppendAsync(CapturedRequest request, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(request, JsonSerializerOptions.Web);
        await writing.WaitAsync(cancellationToken);
        try
        {
            own ??= Create();
            await own.WriteAsync((byte[])[.. line, (byte)'\n'], CancellationToken.None);
            await own.FlushAsync(CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>All that was captured in this directory, by any process, in the order of time.</summary>
    public IReadOnlyList<CapturedRequest> ReadAll()
    {
        lock (reading)
        {
            foreach (var file in Directory.EnumerateFiles(directory, "*" + Ending))
            {
                if (!read.TryGetValue(file, out var known))
                {
                    read[file] = known = new ReadFile();
                }

                known.ReadOn(file);
            }

            return [.. read.Values.SelectMany(file => file.Requests).OrderBy(request => request.At)];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        own?.Dispose();
        writing.Dispose();
    }

    private FileStream Create()
    {
        var began = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var name = $"{began}-{Guid.NewGuid().ToString("N")[..8]}{Ending}";

        // Without a buffer of our own: what is flushed is the system's, which keeps it when we are killed.
        return new FileStream(
            Path.Combine(directory, name),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.Read,
            bufferSize: 0
        );
    }

    /// <summary>What has been read of a file, and how far that was.</summary>
    private sealed class ReadFile
    {
        private long through;

        public List<CapturedRequest> Requests { get; } = [];

        public void ReadOn(string file)
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            stream.Position = through;
            using var text = new MemoryStream();
            stream.CopyTo(text);
            var whole = text.GetBuffer().AsSpan(0, (int)text.Length);
            for (int end; (end = whole.IndexOf((byte)'\n')) >= 0; whole = whole[(end + 1)..])
            {
                through += end + 1;
                Requests.Add(Read(whole[..end]));
            }
        }

        private static CapturedRequest Read(ReadOnlySpan<byte> line) =>
            JsonSerializer.Deserialize<CapturedRequest>(line, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException(
                $"'{Encoding.UTF8.GetString(line)}' is no request that was captured."
            );
    }
}
