using System.Collections.Immutable;
using System.Text.Json.Serialization;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Functions.Importing;

/// <summary>A run of an import.</summary>
/// <param name="Hash">The hash of its files.</param>
/// <param name="Id">What tells this run from others of the same files.</param>
public sealed record ImportAttempt(string Hash, Guid Id);

/// <summary>An import that is written and is to be finished.</summary>
/// <param name="Hash">The hash of its files.</param>
/// <param name="Transactions">How many storage transactions the steps took so far.</param>
public sealed record ImportToFinish(string Hash, long Transactions);

/// <summary>How far an import is, as its status shows it.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Written">How many entities are written.</param>
/// <param name="Total">Of how many; 0 while that is not known.</param>
public sealed record ImportStatus(
    [property: JsonPropertyName("stage")] string Stage,
    [property: JsonPropertyName("written")] int Written,
    [property: JsonPropertyName("total")] int Total
)
{
    /// <summary>Comparing the files with what is known.</summary>
    public const string Comparing = "comparing";

    /// <summary>Writing what is new.</summary>
    public const string Writing = "writing";

    /// <summary>Everything is written.</summary>
    public const string Done = "done";
}

/// <summary>What an import did, as its status shows it. The whole report is kept with the run.</summary>
/// <param name="Files">What became of the rows of each file.</param>
/// <param name="Problems">The first of the problems.</param>
/// <param name="AllProblems">How many problems there are.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record ImportSummary(
    [property: JsonPropertyName("files")] ImportCounts Files,
    [property: JsonPropertyName("problems")] ImmutableArray<ImportProblem> Problems,
    [property: JsonPropertyName("all_problems")] int AllProblems,
    [property: JsonPropertyName("transactions")] long Transactions
)
{
    /// <summary>How many problems are shown.</summary>
    public const int MostProblems = 100;

    internal static ImportSummary Of(ImportReport report) =>
        new(
            report.Files,
            [.. report.Problems.Take(MostProblems)],
            report.Problems.Length,
            report.Transactions
        );
}
