using System.Text;

namespace YosWorkflow.Services.Recovery;

/// <summary>The rows of a table's file: by key, the last line of each.</summary>
internal sealed class ExportedRows
{
    private readonly Dictionary<(string Partition, string Row), string> lines = [];

    /// <summary>How many entities there are.</summary>
    public int Count => lines.Count;

    /// <summary>The key of the last line that was added; null if there is none.</summary>
    public (string Partition, string Row)? Last { get; private set; }

    /// <summary>The keys and lines.</summary>
    public IEnumerable<KeyValuePair<(string Partition, string Row), string>> All => lines;

    /// <summary>Reads a file that is whole.</summary>
    public static async Task<ExportedRows> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var rows = new ExportedRows();
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            rows.Add(line);
        }

        return rows;
    }

    /// <summary>
    /// Reads a file that may have been broken off within a line, and cuts that line off. The keys of a table are in order up to
    /// where it was read for what had changed meanwhile; from a break in there, that is simply done again from further back.
    /// </summary>
    public static async Task<ExportedRows> ResumeAsync(string file, CancellationToken cancellationToken)
    {
        var rows = new ExportedRows();
        if (!File.Exists(file))
        {
            return rows;
        }

        var text = await File.ReadAllTextAsync(file, cancellationToken);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            await File.WriteAllTextAsync(file, whole, new UTF8Encoding(false), cancellationToken);
        }

        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            rows.Add(line);
        }

        return rows;
    }

    /// <summary>Adds a row. False if it is there already as it is.</summary>
    public bool Add(string partition, string row, string line)
    {
        Last = (partition, row);
        if (lines.TryGetValue((partition, row), out var before) && before == line)
        {
            return false;
        }

        lines[(partition, row)] = line;
        return true;
    }

    /// <summary>The line of a key, or null.</summary>
    public string? Find(string partition, string row) => lines.GetValueOrDefault((partition, row));

    private void Add(string line)
    {
        var entity = RowJson.Read(line);
        Add(entity.PartitionKey, entity.RowKey, line);
    }
}
