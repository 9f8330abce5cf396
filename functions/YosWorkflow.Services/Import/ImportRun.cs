namespace YosWorkflow.Services.Import;

/// <summary>An import that was done, as it is kept.</summary>
/// <param name="Id">The hash of its files.</param>
/// <param name="At">When it was done.</param>
/// <param name="Report">What it did, with everything that was wrong.</param>
public sealed record ImportRun(string Id, DateTimeOffset At, ImportReport Report);
