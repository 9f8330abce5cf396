using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>The header row of a file, matched with the columns that the file may have.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> indexes = [];

    private CsvHeader(CaseloadFile file, int line, char delimiter, ImmutableArray<string> names)
    {
        File = file;
        Line = line;
        Delimiter = delimiter;
        Names = names;
        Match(FileColumns.Of(file));
    }

    public CaseloadFile File { get; }

    public int Line { get; }

    public char Delimiter { get; }

    /// <summary>The names as they stand in the file.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The columns that were recognised, by the names that the service has for them.</summary>
    public IReadOnlyDictionary<string, int> Indexes => indexes;

    /// <summary>The names that are no column of the file, or name one that another column already is.</summary>
    public List<(int Index, string Name)> Extra { get; } = [];

    /// <summary>A column that two columns of the file have the same claim to be, or null.</summary>
    public FileColumn? Ambiguous { get; private set; }

    /// <summary>The required columns that are missing.</summary>
    public IEnumerable<FileColumn> Missing =>
        FileColumns.Of(File).All.Where(column => column.Required && !indexes.ContainsKey(column.Name));

    public static CsvHeader Read(CaseloadFile file, CsvRecord record, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(record.Text), Configuration(delimiter));
        parser.Read();
        return new(file, record.Line, delimiter, [.. parser.Record!.Select(name => name.Trim())]);
    }

    public static CsvConfiguration Configuration(char delimiter) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            // Teams, codes, people and days recur in every other row.
            CacheFields = true,
        };

    // A name of our own goes before what others call it, wherever it stands.
    private void Match(FileColumns columns)
    {
        var byAlias = new List<(int Index, FileColumn Column)>();
        for (var index = 0; index < Names.Length; index++)
        {
            if (columns.ByName(Names[index]) is { } column)
            {
                var isNew = indexes.TryAdd(column.Name, index);
                Ambiguous ??= isNew ? null : column;
            }
            else if (columns.ByAlias(Names[index]) is { } called)
            {
                byAlias.Add((index, called));
            }
            else
            {
                Extra.Add((index, Names[index]));
            }
        }

        foreach (var group in byAlias.GroupBy(pair => pair.Column))
        {
            var isOnly = indexes.TryAdd(group.Key.Name, group.First().Index);
            Ambiguous ??= isOnly && group.Skip(1).Any() ? group.Key : null;
            Extra.AddRange(group.Where(_ => !isOnly).Select(pair => (pair.Index, Names[pair.Index])));
        }
    }
}
