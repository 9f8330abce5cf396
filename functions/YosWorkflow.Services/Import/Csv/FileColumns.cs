using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>
/// The columns of the files and what they may be called, from <c>Import/columns.json</c>. Names are compared by their letters and
/// digits only: neither case nor spaces, underscores or other signs matter.
/// </summary>
internal sealed class FileColumns
{
    private static readonly FrozenDictionary<string, FileColumns> ByFile = Load();

    private readonly FrozenDictionary<string, FileColumn> byName;
    private readonly FrozenDictionary<string, FileColumn> byAlias;

    private FileColumns(ImmutableArray<FileColumn> all)
    {
        All = all;
        byName = all.ToFrozenDictionary(column => Plain(column.Name));
        byAlias = all.SelectMany(column => column.Aliases.Select(alias => (alias, column)))
            .ToFrozenDictionary(pair => Plain(pair.alias), pair => pair.column);
    }

    public ImmutableArray<FileColumn> All { get; }

    public static FileColumns Of(CaseloadFile file) => ByFile[file.Name()];

    public FileColumn? ByName(string header) => byName.GetValueOrDefault(Plain(header));

    public FileColumn? ByAlias(string header) => byAlias.GetValueOrDefault(Plain(header));

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static FrozenDictionary<string, FileColumns> Load()
    {
        using var stream = typeof(FileColumns).Assembly.GetManifestResourceStream("Import/columns.json")!;
        var files = JsonSerializer.Deserialize<Dictionary<string, ImmutableArray<FileColumn>>>(
            stream,
            JsonSerializerOptions.Web
        )!;
        return files.ToFrozenDictionary(pair => pair.Key, pair => new FileColumns(pair.Value));
    }
}
