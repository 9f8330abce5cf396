using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Reporting;

/// <summary>In which form a report is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportFormat>))]
public enum ReportFormat
{
    /// <summary>JSON, for programs.</summary>
    [JsonStringEnumMemberName("json")]
    Json,

    /// <summary>A page that stands by itself and prints well.</summary>
    [JsonStringEnumMemberName("html")]
    Html,

    /// <summary>The figures of its tables, a line each.</summary>
    [JsonStringEnumMemberName("csv")]
    Csv,

    /// <summary>A Word document.</summary>
    [JsonStringEnumMemberName("docx")]
    Docx,
}
