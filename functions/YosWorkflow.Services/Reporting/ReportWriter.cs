namespace YosWorkflow.Services.Reporting;

/// <summary>Writes a report in the form that is asked for.</summary>
public static class ReportWriter
{
    /// <summary>The media type of a form.</summary>
    public static string MediaType(ReportFormat format) =>
        format switch
        {
            ReportFormat.Html => "text/html",
            ReportFormat.Csv => "text/csv",
            ReportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _ => "application/json",
        };

    /// <summary>The file as a whole.</summary>
    public static byte[] Write(Report report, ReportFormat format) =>
        format switch
        {
            ReportFormat.Html => HtmlReport.Write(report),
            ReportFormat.Csv => CsvReport.Write(report),
            ReportFormat.Docx => DocxReport.Write(report),
            _ => JsonReport.Write(report),
        };
}
