using System.Collections.Immutable;

namespace YosWorkflow.Services.Chasing;

/// <summary>What a chase has before it.</summary>
/// <param name="Day">The day.</param>
/// <param name="WhyNobody">Why nobody is to be told at all; null if people are.</param>
/// <param name="Teams">The teams to chase; none if nobody is to be told.</param>
public sealed record ChasePlan(DateOnly Day, string? WhyNobody, ImmutableArray<string> Teams);
