namespace YosWorkflow.Services.Import;

/// <summary>
/// How much an import takes. A large service has some thousand cases; what is far beyond that is not a caseload, and is refused
/// before it can fill the memory.
/// </summary>
public static class ImportLimits
{
    /// <summary>The most bytes in a file: 32 MiB, room for some 800,000 milestones.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>The most rows in a file.</summary>
    public const int MaxRows = 250_000;

    /// <summary>The most bytes in a line.</summary>
    public const int MaxLineBytes = 65_536;

    /// <summary>The most lines that one row may run over, inside quotation marks.</summary>
    public const int MaxLinesARow = 100;

    /// <summary>The most characters in a text that is not an identifier, such as a name.</summary>
    public const int MaxText = 200;

    /// <summary>The earliest date that is believed: no order that anybody still works with is older.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>The latest date that is believed. Orders may end many years from now; beyond this it is a slip of the key.</summary>
    public static readonly DateOnly Latest = new(2100, 12, 31);
}
