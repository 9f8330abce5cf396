namespace YosWorkflow.Services.Retention;

/// <summary>What is purged, in words, for a page and for the command line alike.</summary>
public static class PurgedWords
{
    /// <summary>Such as <c>cases that are over</c>.</summary>
    public static string Of(PurgedKind kind) =>
        kind switch
        {
            PurgedKind.Cases => "cases that are over",
            PurgedKind.Told => "what was told and acknowledged on them",
            PurgedKind.AuditRounds => "audit rounds, all their rows",
            PurgedKind.Digests => "digests",
            PurgedKind.Runs => "runs of chases, imports and purges",
            PurgedKind.StagedFiles => "files that were not imported",
            _ => "milestones whose case never came",
        };
}
