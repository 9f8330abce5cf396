namespace YosWorkflow.Services.Chasing;

/// <summary>Some cases of a team could not be judged; the others were chased.</summary>
public sealed class CasesNotChasedException : Exception
{
    private const int MostNamed = 5;

    /// <summary>Says which cases, and why.</summary>
    /// <param name="chased">What the chase of the other cases came to.</param>
    /// <param name="faults">What is wrong, a text for each case.</param>
    public CasesNotChasedException(TeamChase chased, IReadOnlyCollection<string> faults)
        : base(Sentence(faults)) => Chased = chased;

    /// <summary>What the chase of the other cases came to.</summary>
    public TeamChase Chased { get; }

    private static string Sentence(IReadOnlyCollection<string> faults)
    {
        var more = faults.Count > MostNamed ? $" There are {faults.Count - MostNamed} more such cases." : "";
        return $"{string.Join(' ', faults.Take(MostNamed))}{more} All other cases of the team were chased.";
    }
}
