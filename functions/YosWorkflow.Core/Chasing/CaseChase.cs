using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing;

/// <summary>What a day's chase of a case comes to.</summary>
/// <param name="Marks">All marks of the case, old and new; the same array as before if nothing is told.</param>
/// <param name="Notices">Who is to be told of what.</param>
public sealed record CaseChase(ImmutableArray<ToldMark> Marks, ImmutableArray<Notice> Notices);
