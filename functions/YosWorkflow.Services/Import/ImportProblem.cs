using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Import;

/// <summary>Something that is wrong in a file.</summary>
/// <param name="File">The file, such as <c>cases.csv</c>.</param>
/// <param name="Line">The line of the file on which the row begins, the header being line 1; null if it concerns the whole file.</param>
/// <param name="Column">The column, by the name this service has for it; null if it concerns the whole row or file.</param>
/// <param name="Value">What stands there; null if that says nothing.</param>
/// <param name="Reason">What is wrong with it, as a sentence to follow the value.</param>
/// <param name="Severity">Whether it was imported all the same.</param>
public sealed record ImportProblem(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("line")] int? Line,
    [property: JsonPropertyName("column")] string? Column,
    [property: JsonPropertyName("value")] string? Value,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("severity")] ProblemSeverity Severity
);
