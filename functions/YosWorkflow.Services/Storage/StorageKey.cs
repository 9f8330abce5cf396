namespace YosWorkflow.Services.Storage;

/// <summary>
/// What may be an identifier here: a staff id, a case reference, a team. They become keys in Table Storage, alone or joined by
/// <c>|</c>, so they are checked where they come in and need no escaping afterwards.
/// </summary>
/// <remarks>
/// Table Storage forbids <c>/ \ # ?</c> and the control characters U+0000 to U+001F and U+007F to U+009F in keys, and keys
/// longer than 512 characters; the length here leaves room for several identifiers in one key.
/// </remarks>
public static class StorageKey
{
    /// <summary>What stands between the parts of a key, and so in no part of it.</summary>
    public const char Separator = '|';

    /// <summary>The most characters an identifier may have.</summary>
    public const int MaxLength = 100;

    private const string Forbidden = "/\\#?|";

    /// <summary>Why a text can't be an identifier, as the end of a sentence that begins with the identifier; null if it can.</summary>
    public static string? FaultOf(string text) =>
        text switch
        {
            { Length: 0 } => "is empty",
            { Length: > MaxLength } => $"is longer than {MaxLength} characters",
            _ when text.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at =>
                $"holds '{text[at]}', which can't be part of an identifier",
            _ when text.Any(char.IsControl) => "holds a control character",
            _ when text.Any(IsBroken) => "holds a character that is not text",
            _ => null,
        };

    /// <summary>The text after every text that begins with this one: the upper bound of a query by prefix.</summary>
    public static string PrefixEnd(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static bool IsBroken(char c) => c == '\uFFFD' || c >= '\uFFFE';
}
