using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace YosWorkflow.Core;

/// <summary>
/// The codes that files, routes and data files use for the values of an enumeration, such as <c>yro_iss</c>.
/// Each value carries its own code in a <see cref="JsonStringEnumMemberNameAttribute"/>, so that CSV and JSON agree.
/// </summary>
/// <typeparam name="T">An enumeration whose every value carries a code.</typeparam>
public static class Codes<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, CodeOf);

    private static readonly FrozenDictionary<string, T> ByCode = ByValue.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByCode.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every code, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. Enum.GetValues<T>().Select(value => ByValue[value])];

    /// <summary>The code of a value.</summary>
    public static string Of(T value) => ByValue[value];

    /// <summary>Reads a code, whatever its case. False if no value has it.</summary>
    public static bool TryRead(string? code, out T value)
    {
        value = default;
        return code is not null && ByCode.TryGetValue(code, out value);
    }

    /// <summary>Reads a code out of a longer text, whatever its case. False if no value has it.</summary>
    public static bool TryRead(ReadOnlySpan<char> code, out T value) => BySpan.TryGetValue(code, out value);

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">No value has this code; the message lists those there are.</exception>
    public static T Read(string code) =>
        TryRead(code, out var value)
            ? value
            : throw new FormatException($"'{code}' is not one of {string.Join(", ", All)}.");

    private static string CodeOf(T value)
    {
        var name = value.ToString();
        var field = typeof(T).GetField(name)!;
        return field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{name} has no code.");
    }
}
