using System.Collections.Immutable;

namespace YosWorkflow.Core.Standards;

/// <summary>The standards packs that come with the software, read from data files and checked as they are read.</summary>
public static class StandardsPacks
{
    private const string Folder = "Standards/packs/";
    private const string Ending = ".json";

    /// <summary>The pack that is used unless another is chosen.</summary>
    public const string Default = "kent-2011";

    /// <summary>The identifiers of all packs, in ordinal order.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        .. typeof(StandardsPacks)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether there is such a pack.</summary>
    public static bool Exists(string packId) => Ids.Contains(packId, StringComparer.Ordinal);

    /// <summary>The pack with this identifier.</summary>
    /// <exception cref="FormatException">There is none, or its file is not as it should be.</exception>
    public static StandardsPack Load(string packId) =>
        Exists(packId)
            ? StandardsPackFile.Read(packId, Text(packId), Load)
            : throw new FormatException(
                $"There is no standards pack '{packId}'; there are {string.Join(", ", Ids)}."
            );

    private static string Text(string packId)
    {
        using var stream = typeof(StandardsPacks).Assembly.GetManifestResourceStream(
            Folder + packId + Ending
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
