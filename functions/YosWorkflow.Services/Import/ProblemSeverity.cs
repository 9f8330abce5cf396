using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Import;

/// <summary>What became of something that is wrong in a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>The row, or the file, was not imported.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>It was imported all the same; somebody should look at it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,
}
