#pragma warning disable CA1812 // Reports are written by hand; these only say how they look, for the description to be made from.
namespace YosWorkflow.Web.Routes.Reports;

/// <summary>How a report looks as JSON.</summary>
internal sealed record ReportShape(
    string Report,
    string Title,
    string Service,
    DateOnly From,
    DateOnly To,
    DateOnly MadeOn,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<ReportSectionShape> Sections
);

/// <summary>How a section of one looks.</summary>
internal sealed record ReportSectionShape(
    string Heading,
    IReadOnlyList<string> Text,
    IReadOnlyList<ReportChartShape> Charts,
    IReadOnlyList<ReportTableShape> Tables
);

/// <summary>How a run chart of one looks.</summary>
internal sealed record ReportChartShape(
    string Title,
    string Words,
    double? Median,
    double? Mean,
    IReadOnlyList<ReportSignalShape> Signals
);

/// <summary>How a signal in a run chart looks.</summary>
internal sealed record ReportSignalShape(string Kind, string Direction, string From, string To, int Points);

/// <summary>How a table of one looks: its rows have a member for each column.</summary>
internal sealed record ReportTableShape(
    string Id,
    string Caption,
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows
);
