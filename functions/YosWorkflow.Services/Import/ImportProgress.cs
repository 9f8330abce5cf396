namespace YosWorkflow.Services.Import;

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Reading the files.</summary>
    Reading,

    /// <summary>Comparing them with what is known.</summary>
    Comparing,

    /// <summary>Writing what is new.</summary>
    Writing,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">How much of that is done: bytes while reading, entities while writing.</param>
/// <param name="Total">Of how much; 0 while that is not known.</param>
public readonly record struct ImportProgress(ImportStage Stage, long Done, long Total);
