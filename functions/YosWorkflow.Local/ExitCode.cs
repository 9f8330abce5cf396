namespace YosWorkflow.Local;

/// <summary>What a verb ends with.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked to.</summary>
    public const int Done = 0;

    /// <summary>It could not; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>It was not asked in a way that it understands.</summary>
    public const int WrongUsage = 2;
}
