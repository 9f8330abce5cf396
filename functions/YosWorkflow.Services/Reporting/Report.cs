using System.Collections.Immutable;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Reporting;

/// <summary>A report for people outside the service, such as its committee: what it says, however it is written down.</summary>
/// <param name="Kind">Which report it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="ServiceName">Of which service it is.</param>
/// <param name="Period">The days of which it tells.</param>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="Introduction">What it tells, in plain words, a paragraph each.</param>
/// <param name="Sections">Its sections, the most important first.</param>
public sealed record Report(
    ReportKind Kind,
    string Title,
    string ServiceName,
    Period Period,
    DateOnly MadeOn,
    ImmutableArray<string> Introduction,
    ImmutableArray<ReportSection> Sections
)
{
    /// <summary>Its tables, in order.</summary>
    public IEnumerable<ReportTable> Tables =>
        Sections.SelectMany(section => section.Parts).OfType<ReportTable>();
}

/// <summary>A section of a report.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Parts">What it holds, in order.</param>
public sealed record ReportSection(string Heading, ImmutableArray<ReportPart> Parts);

/// <summary>A part of a section.</summary>
public abstract record ReportPart;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
public sealed record ReportText(string Text) : ReportPart;

/// <summary>A list of short sentences.</summary>
/// <param name="Items">They.</param>
public sealed record ReportList(ImmutableArray<string> Items) : ReportPart;

/// <summary>A run chart. What it shows is said in words and figures beside it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Chart">The chart.</param>
/// <param name="Months">The months of its scale.</param>
public sealed record ReportChart(string Title, RunChart Chart, ImmutableArray<DateOnly> Months) : ReportPart
{
    /// <summary>What it shows in words, for who can't see it.</summary>
    public string Words => string.Join(' ', RunChartWords.Of(Chart));
}

/// <summary>A table.</summary>
/// <param name="Id">Its identifier, unlike any other of the report.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first one names what a row is about.</param>
/// <param name="Rows">Its rows, a cell a column.</param>
public sealed record ReportTable(
    string Id,
    string Caption,
    ImmutableArray<ReportColumn> Columns,
    ImmutableArray<ImmutableArray<ReportCell>> Rows
) : ReportPart;

/// <summary>A column of a table.</summary>
/// <param name="Id">Its name for programs, such as <c>fell_due</c>.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="IsNumeric">Whether its cells are numbers.</param>
public sealed record ReportColumn(string Id, string Title, bool IsNumeric = true);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">What programs read: a number, a text, or null where the number is not shown.</param>
public sealed record ReportCell(string Text, object? Value)
{
    /// <summary>A text.</summary>
    public static implicit operator ReportCell(string text) => new(text, text);

    /// <summary>A text.</summary>
    public static ReportCell FromString(string text) => new(text, text);

    /// <summary>A whole number.</summary>
    public static ReportCell Of(int number) => new(ReportWords.Number(number), number);

    /// <summary>A share as a percentage; to programs, from 0 to 1 in thousandths.</summary>
    public static ReportCell OfShare(double? share) =>
        share is { } known ? new(ReportWords.Percent(known), Math.Round(known, 3)) : new("–", null);

    /// <summary>A number that is not shown, with what is said instead.</summary>
    public static ReportCell NotShown(string text) => new(text, null);
}
