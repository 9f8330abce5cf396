using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace YosWorkflow.Services.Import;

/// <summary>What an import did. It serialises as the routes and the command line give it.</summary>
/// <param name="Files">What became of the rows of each file; all zero for a file that was not given.</param>
/// <param name="Problems">What is wrong, in the order of the files and their lines.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record ImportReport(
    [property: JsonPropertyName("files")] ImportCounts Files,
    [property: JsonPropertyName("problems")] ImmutableArray<ImportProblem> Problems,
    [property: JsonPropertyName("transactions")] long Transactions
)
{
    /// <summary>Whether the files were refused as a whole: a file is no CSV file, or lacks a required column. Nothing was changed.</summary>
    [JsonIgnore]
    public bool IsRefused { get; init; }
}

/// <summary>What became of the rows of each file.</summary>
/// <param name="Staff">Of staff.csv.</param>
/// <param name="Cases">Of cases.csv.</param>
/// <param name="Milestones">Of milestones.csv.</param>
public sealed record ImportCounts(
    [property: JsonPropertyName("staff")] FileCounts Staff,
    [property: JsonPropertyName("cases")] FileCounts Cases,
    [property: JsonPropertyName("milestones")] FileCounts Milestones
)
{
    /// <summary>Nothing read.</summary>
    public static ImportCounts None { get; } = new(FileCounts.None, FileCounts.None, FileCounts.None);
}
