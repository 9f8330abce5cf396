namespace YosWorkflow.Core.Caseload;

/// <summary>A piece of work that was completed on a case.</summary>
/// <param name="Kind">What was completed.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="RecordedById">Who recorded it, or null if the file does not say.</param>
public readonly record struct CompletedMilestone(
    MilestoneKind Kind,
    DateOnly CompletedOn,
    string? RecordedById
);
