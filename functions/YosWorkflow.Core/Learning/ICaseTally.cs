using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// Counts something in a caseload that is shown to it case by case, in any order, so that a service of any size is counted without
/// being held in memory. It is for one reader at a time.
/// </summary>
public interface ICaseTally
{
    /// <summary>Counts a case.</summary>
    /// <param name="supervised">The case.</param>
    /// <param name="obligations">All that is, or was, owed on it as of the day of the count.</param>
    void Add(Case supervised, ReadOnlySpan<Obligation> obligations);
}
