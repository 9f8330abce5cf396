using System.Buffers.Binary;
using System.Security.Cryptography;

namespace YosWorkflow.Services.Import;

/// <summary>The bytes of the files, read into memory up to the limit.</summary>
internal sealed class FileContents
{
    private readonly Dictionary<CaseloadFile, byte[]> contents;
    private readonly Dictionary<CaseloadFile, ProblemLog> problems = Enum.GetValues<CaseloadFile>()
        .ToDictionary(file => file, file => new ProblemLog(file));

    /// <summary>Files whose bytes are known.</summary>
    public FileContents(Dictionary<CaseloadFile, byte[]> contents) => this.contents = contents;

    /// <summary>The bytes of each file.</summary>
    public IReadOnlyDictionary<CaseloadFile, byte[]> Bytes => contents;

    /// <summary>Reads the files.</summary>
    public static async Task<FileContents> ReadAsync(
        ImportFiles files,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var read = new FileContents([]);
        var done = 0L;
        foreach (var (which, file) in files.Given)
        {
            await read.ReadAsync(which, file, cancellationToken);
            done += read.contents.GetValueOrDefault(which)?.LongLength ?? 0;
            progress?.Report(new(ImportStage.Reading, done, Total: 0));
        }

        return read;
    }

    /// <summary>
    /// The SHA-256 of the files, in hexadecimal. Which files there are and how long they are is hashed with them, so that no two
    /// sets of files read alike.
    /// </summary>
    public string Id()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> mark = stackalloc byte[12];
        foreach (var (file, content) in contents.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteInt32BigEndian(mark, (int)file);
            BinaryPrimitives.WriteInt64BigEndian(mark[4..], content.LongLength);
            hash.AppendData(mark);
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What the files say.</summary>
    public ReadCaseload Parse() =>
        new(
            Id(),
            StaffRows.Read(contents.GetValueOrDefault(CaseloadFile.Staff), problems[CaseloadFile.Staff]),
            CaseRows.Read(contents.GetValueOrDefault(CaseloadFile.Cases), problems[CaseloadFile.Cases]),
            MilestoneRows.Read(
                contents.GetValueOrDefault(CaseloadFile.Milestones),
                problems[CaseloadFile.Milestones]
            )
        );

    private async Task ReadAsync(CaseloadFile which, ImportFile file, CancellationToken cancellationToken)
    {
        try
        {
            var content =
                file.Length > ImportLimits.MaxBytes ? null : await BytesAsync(file, cancellationToken);
            if (content is null)
            {
                problems[which]
                    .Refuse(null, null, null, $"is larger than {ImportLimits.MaxBytes / 1024 / 1024} MiB");
                return;
            }

            contents.Add(which, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems[which].Refuse(null, null, null, $"can't be read: {exception.Message}");
        }
    }

    // Null if there are more than the limit; no more than that is ever held.
    private static async Task<byte[]?> BytesAsync(ImportFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.Open();
        if (stream.CanSeek && stream.Length > ImportLimits.MaxBytes)
        {
            return null;
        }

        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > ImportLimits.MaxBytes)
            {
                return null;
            }
        }

        return content.ToArray();
    }
}
