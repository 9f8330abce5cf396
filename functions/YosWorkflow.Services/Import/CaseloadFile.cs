using System.Text.Json.Serialization;
using YosWorkflow.Core;

namespace YosWorkflow.Services.Import;

/// <summary>One of the files that a caseload comes in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseloadFile>))]
public enum CaseloadFile
{
    /// <summary>staff.csv.</summary>
    [JsonStringEnumMemberName("staff")]
    Staff,

    /// <summary>cases.csv: one row an intervention.</summary>
    [JsonStringEnumMemberName("cases")]
    Cases,

    /// <summary>milestones.csv.</summary>
    [JsonStringEnumMemberName("milestones")]
    Milestones,
}

/// <summary>What the files are called.</summary>
public static class CaseloadFileNames
{
    /// <summary>The file's name, such as <c>cases.csv</c>: how problems name it, whatever it was called where it came from.</summary>
    public static string Name(this CaseloadFile file) => Codes<CaseloadFile>.Of(file) + ".csv";
}
