using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>What an export holds. It is written last, so that a folder that has one is whole.</summary>
/// <param name="Format">The form of the export's files.</param>
/// <param name="Schema">The version in which the entities were written, see <see cref="SchemaVersion"/>.</param>
/// <param name="StartedAt">When the export was started. Everything that was written before then is in it.</param>
/// <param name="FinishedAt">When it was finished.</param>
/// <param name="Tables">The tables.</param>
public sealed record ExportManifest(
    int Format,
    int Schema,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    ImmutableArray<ExportedTable> Tables
)
{
    /// <summary>The form that this software writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's name in the folder of the export.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Reads the manifest of a folder, and holds its files to it.</summary>
    /// <exception cref="UnusableExportException">The folder holds no whole export, or a file is not as it was written.</exception>
    internal static async Task<ExportManifest> VerifyAsync(string folder, CancellationToken cancellationToken)
    {
        var manifest =
            await TryReadAsync(folder, cancellationToken)
            ?? throw new UnusableExportException($"There is no {FileName}: the export was never finished");
        if (manifest.Format != CurrentFormat)
        {
            throw new UnusableExportException(
                $"It has the form {manifest.Format}, and this software reads {CurrentFormat}"
            );
        }

        if (manifest.Schema is < SchemaVersion.Oldest or > SchemaVersion.Current)
        {
            throw new UnusableExportException(
                $"Its entities are of version {manifest.Schema}, and this software reads {SchemaVersion.Oldest} to {SchemaVersion.Current}"
            );
        }

        foreach (var table in manifest.Tables)
        {
            var file = FileOf(folder, table.Name);
            if (!File.Exists(file) || await HashOfAsync(file, cancellationToken) != table.Sha256)
            {
                throw new UnusableExportException(
                    $"{Path.GetFileName(file)} is missing or not as it was exported"
                );
            }
        }

        return manifest;
    }

    internal static async Task<ExportManifest?> TryReadAsync(
        string folder,
        CancellationToken cancellationToken
    )
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<ExportManifest>(
                stream,
                StorageJson.Options,
                cancellationToken
            );
        }
        catch (JsonException error)
        {
            throw new UnusableExportException($"{FileName} can't be read", error);
        }
    }

    internal async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, FileName);
        await File.WriteAllTextAsync(file + ".part", StorageJson.Write(this), cancellationToken);
        File.Move(file + ".part", file, overwrite: true);
    }

    internal static string FileOf(string folder, TableName table) => Path.Combine(folder, $"{table}.jsonl");

    internal static async Task<string> HashOfAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}

/// <summary>A table in an export.</summary>
/// <param name="Name">Which.</param>
/// <param name="Rows">How many entities it has.</param>
/// <param name="Sha256">The hash of its file.</param>
public sealed record ExportedTable(TableName Name, int Rows, string Sha256);

/// <summary>An export that can't be restored.</summary>
public sealed class UnusableExportException(string reason, Exception? cause = null)
    : Exception($"The export can't be used: {reason}.", cause);
