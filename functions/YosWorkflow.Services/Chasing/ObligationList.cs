using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Chasing;

/// <summary>What was found owed as of a day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Staff">The staff list.</param>
/// <param name="Teams">The teams that hold or held a case and of which who asks may know, whether or not one was asked for, in ordinal order.</param>
/// <param name="Obligations">What was asked for: by team, then case, both in ordinal order, then in the pack's order of rules.</param>
public sealed record ObligationList(
    DateOnly AsOf,
    Staff Staff,
    ImmutableArray<string> Teams,
    ImmutableArray<ListedObligation> Obligations
);

/// <summary>An obligation, and whether chasing of it rests.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Resting">The acknowledgement by which chasing of it rests on the day, or null.</param>
public readonly record struct ListedObligation(Obligation Obligation, Acknowledgement? Resting);
