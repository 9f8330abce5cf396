using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>A round: a programme's audit of a month, from its draw to its close.</summary>
public sealed record AuditRound
{
    /// <summary>Which round.</summary>
    public required RoundId Id { get; init; }

    /// <summary>Its programme with its template, in the versions it began with.</summary>
    public required AuditProgramme Programme { get; init; }

    /// <summary>Its days.</summary>
    public required RoundDates Dates { get; init; }

    /// <summary>How many cases were asked for, in words; what was drawn is in <see cref="Size"/>.</summary>
    public required string Asked { get; init; }

    /// <summary>The seed of the draw.</summary>
    public required string Seed { get; init; }

    /// <summary>How many cases the frame held.</summary>
    public required int FrameSize { get; init; }

    /// <summary>The frame's fingerprint, see <see cref="Audits.FrameHash"/>.</summary>
    public required string FrameHash { get; init; }

    /// <summary>The strata with their weights and places, in ordinal order of their names.</summary>
    public required ImmutableArray<Stratum> Strata { get; init; }

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Where it is.</summary>
    public RoundState State { get; init; }

    /// <summary>The day it was closed, or null.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What was missing when it was closed.</summary>
    public ImmutableArray<MissingItem> Missing { get; init; } = [];

    /// <summary>How many cases are in the sample.</summary>
    public int Size => Strata.Sum(stratum => stratum.Drawn);

    /// <summary>What its size can tell, see <see cref="SamplePrecision.HalfWidth"/>.</summary>
    public double HalfWidth => SamplePrecision.HalfWidth(FrameSize, Size);
}
