using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>A sample as drawn, with everything that is needed to draw it again.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="FrameSize">How many cases the frame held.</param>
/// <param name="FrameHash">The frame's fingerprint.</param>
/// <param name="Strata">The strata with their places, in ordinal order of their names.</param>
/// <param name="Cases">The cases drawn, by stratum and then in ordinal order of their references.</param>
public sealed record Draw(
    string Seed,
    int FrameSize,
    string FrameHash,
    ImmutableArray<Stratum> Strata,
    ImmutableArray<FrameCase> Cases
);
