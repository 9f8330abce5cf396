using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Web.Pages.Tables;

/// <summary>A table of a page, as people see it and as they take it away: both come from the same cells.</summary>
/// <param name="Id">Which of a page's tables it is, in the address of its file.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first one names what a row is about.</param>
/// <param name="Rows">Its rows, a cell a column.</param>
public sealed record Table(
    string Id,
    string Caption,
    ImmutableArray<Column> Columns,
    ImmutableArray<ImmutableArray<Cell>> Rows
)
{
    /// <summary>The same table with its first rows only.</summary>
    public Table First(int most) => this with { Rows = [.. Rows.Take(most)] };
}

/// <summary>A column of a table.</summary>
/// <param name="Title">What its cells say.</param>
/// <param name="IsNumeric">Whether they are numbers.</param>
public sealed record Column(string Title, bool IsNumeric = false)
{
    /// <summary>A column of numbers.</summary>
    public static Column OfNumbers(string title) => new(title, IsNumeric: true);
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
public sealed record Cell(string Text)
{
    /// <summary>Where it leads, or null.</summary>
    public string? Href { get; init; }

    /// <summary>What a screen reader says after the link's text, where that alone does not say where it leads; null otherwise.</summary>
    public string? Hidden { get; init; }

    /// <summary>The colour of the tag that it is, or null if it is none.</summary>
    public string? Tag { get; init; }

    /// <summary>What stands below it in small letters, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The share that its text says, to be drawn as a bar beside it; null for none.</summary>
    public WilsonInterval? Bar { get; init; }

    /// <summary>A text.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A text.</summary>
    public static Cell FromString(string text) => new(text);

    /// <summary>A whole number.</summary>
    public static Cell Of(long number) => new(Shared.Wording.Number(number));

    /// <summary>A whole number, or a dash for none.</summary>
    public static Cell OrDash(long number) => number == 0 ? new("–") : Of(number);
}
