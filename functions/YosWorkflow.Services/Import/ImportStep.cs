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
