using System.Collections.Frozen;
using System.Text.Json;
using YosWorkflow.Web.Assets;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>
/// What the names in answers mean, from <c>ApiDocs/words.json</c>. Most mean the same wherever they stand, as in the files that come
/// in, so that it is said once; where one does not, the schema's name stands before it, with a point between.
/// </summary>
internal static class ApiWords
{
    private static readonly FrozenDictionary<string, string> ByName = JsonSerializer
        .Deserialize<Dictionary<string, string>>(EmbeddedAsset.ReadText("ApiDocs", "words.json"))!
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names that are explained.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>What a name means in a schema, or null.</summary>
    public static string? Of(string schema, string name) =>
        ByName.GetValueOrDefault($"{schema}.{name}") ?? ByName.GetValueOrDefault(name);
}
