using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace YosWorkflow.Services.Reporting;

/// <summary>A report as programs read it.</summary>
/// <param name="Report">Which report it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Service">Of which service it is.</param>
/// <param name="From">The first day of which it tells.</param>
/// <param name="To">The last day.</param>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="Introduction">What it tells, a paragraph each.</param>
/// <param name="Sections">Its sections.</param>
public sealed record ReportDocument(
    ReportKind Report,
    string Title,
    string Service,
    DateOnly From,
    DateOnly To,
    DateOnly MadeOn,
    ImmutableArray<string> Introduction,
    ImmutableArray<ReportDocumentSection> Sections
);

/// <summary>A section of a report.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its paragraphs and the items of its lists.</param>
/// <param name="Charts">Its charts, whose figures are in its tables.</param>
/// <param name="Tables">Its tables.</param>
public sealed record ReportDocumentSection(
    string Heading,
    ImmutableArray<string> Text,
    ImmutableArray<ReportDocumentChart> Charts,
    ImmutableArray<ReportDocumentTable> Tables
);

/// <summary>A run chart of a report.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Median">The median of the months' shares, from 0 to 1; null if there is none.</param>
/// <param name="Mean">The share of all months together.</param>
/// <param name="Signals">The shifts and trends.</param>
public sealed record ReportDocumentChart(
    string Title,
    string Words,
    double? Median,
    double? Mean,
    ImmutableArray<ReportDocumentSignal> Signals
);

/// <summary>A shift or a trend of a run chart.</summary>
/// <param name="Kind"><c>shift</c> or <c>trend</c>.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>.</param>
/// <param name="From">The first day of its first month.</param>
/// <param name="To">The first day of its last month.</param>
/// <param name="Points">How many months it has.</param>
public sealed record ReportDocumentSignal(
    string Kind,
    string Direction,
    DateOnly From,
    DateOnly To,
    int Points
);

/// <summary>A table of a report.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Rows">Its rows, with a member for each column.</param>
public sealed record ReportDocumentTable(string Id, string Caption, ImmutableArray<JsonObject> Rows);
