namespace YosWorkflow.Services.Import;

/// <summary>How an import in steps stands after one of them.</summary>
/// <param name="EntitiesLeft">How many entities are still to be written; 0: it can be finished.</param>
/// <param name="Transactions">How many storage transactions the step took.</param>
public sealed record ImportStep(int EntitiesLeft, long Transactions);

/// <summary>What came of staging files.</summary>
/// <param name="Id">By which the import goes on: the hash of the files; null if they were refused.</param>
/// <param name="Refusal">Why they were refused; null if they were not.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record StagedFiles(string? Id, ImportReport? Refusal, long Transactions);

/// <summary>Files that are staged, and how far their import is.</summary>
/// <param name="Bytes">How many bytes they have together.</param>
/// <param name="Written">What is written of them; null while they have not been compared with what is known.</param>
public sealed record StagedImportState(long Bytes, ImportWritten? Written);

/// <summary>How much of an import is written.</summary>
/// <param name="Done">How many entities.</param>
/// <param name="Total">Of how many.</param>
public sealed record ImportWritten(int Done, int Total);
