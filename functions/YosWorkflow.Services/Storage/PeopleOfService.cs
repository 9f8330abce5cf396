using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>Who and what there is in the service besides its cases: all that one query gives.</summary>
/// <param name="Staff">The staff list.</param>
/// <param name="Teams">The teams that hold or have held a case, in ordinal order.</param>
/// <param name="ImportedAt">When cases or milestones were last imported; null if that is not known.</param>
public sealed record PeopleOfService(
    Staff Staff,
    ImmutableArray<TeamOfCases> Teams,
    DateTimeOffset? ImportedAt
);

/// <summary>A team that holds or has held a case.</summary>
/// <param name="Name">The team.</param>
/// <param name="HeldBy">
/// By staff id who holds or has held a case of it, in ordinal order: all who do, and some who no longer do. Null if that was never
/// noted, and so may be anyone.
/// </param>
public sealed record TeamOfCases(string Name, ImmutableArray<string>? HeldBy)
{
    /// <summary>Whether a case of it may be held by somebody of whom something holds.</summary>
    public bool MayBeHeldBy(Func<string, bool> holder) => HeldBy is not { } known || known.Any(holder);
}
