using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Auditing;

/// <summary>A sample as it is published. It serialises as the command line and the routes give it, in snake case.</summary>
public sealed record SampleReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The month, as <c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>The day as of which it was drawn.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The seed.</summary>
    public required string Seed { get; init; }

    /// <summary>How many cases the frame held.</summary>
    public required int FrameSize { get; init; }

    /// <summary>The frame's fingerprint.</summary>
    public required string FrameHash { get; init; }

    /// <summary>How many cases were drawn.</summary>
    public required int Size { get; init; }

    /// <summary>The strata, in ordinal order of their names.</summary>
    public required ImmutableArray<SampleStratum> Strata { get; init; }

    /// <summary>The cases drawn, by stratum and then in ordinal order.</summary>
    public required ImmutableArray<SampleCase> Cases { get; init; }

    /// <summary>The cases that nobody audits, and why.</summary>
    public required ImmutableArray<UnallocatedCase> Unallocated { get; init; }

    /// <summary>The frame itself, where it is published along; otherwise left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SampleFrameCase>? Frame { get; init; }

    /// <summary>Reads a published sample.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static SampleReport Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SampleReport>(json, Json)
                ?? throw new FormatException("There is nothing in it.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>The report of a round that is drawn and allocated.</summary>
    public static SampleReport Of(AuditRound round, RoundAllocation allocation) =>
        new()
        {
            Programme = round.Id.ProgrammeId,
            Month = IsoMonth.Format(round.Id.Month),
            AsOf = round.Dates.DrawnOn,
            Seed = round.Seed,
            FrameSize = round.FrameSize,
            FrameHash = round.FrameHash,
            Size = round.Size,
            Strata = [.. round.Strata.Select(SampleStratum.Of)],
            Cases =
            [
                .. allocation.Cases.Select(item => new SampleCase(
                    item.CaseRef,
                    item.Stratum,
                    item.Audit.ReaderId
                )),
            ],
            Unallocated =
            [
                .. allocation
                    .Cases.Where(item => item.Audit.ReaderId is null)
                    .Select(item => new UnallocatedCase(item.CaseRef, item.Audit.WhyNobody ?? "")),
            ],
        };

    /// <summary>The draw that it publishes.</summary>
    public Draw ToDraw() =>
        new(
            Seed,
            FrameSize,
            FrameHash,
            [
                .. Strata.Select(stratum => new Stratum(
                    stratum.Name,
                    stratum.Size,
                    stratum.Weight ?? 1,
                    stratum.Drawn
                )),
            ],
            [.. Cases.Select(item => new FrameCase(item.CaseRef, item.Stratum))]
        );
}

/// <summary>A stratum of a published sample.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">How many cases of the frame are in it.</param>
/// <param name="Drawn">How many were drawn.</param>
/// <param name="Weight">Its weight, where it was over-sampled; otherwise left out.</param>
public sealed record SampleStratum(
    string Name,
    int Size,
    int Drawn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Weight = null
)
{
    internal static SampleStratum Of(Stratum stratum) =>
        new(stratum.Name, stratum.Size, stratum.Drawn, stratum.Weight == 1 ? null : stratum.Weight);
}

/// <summary>A case of a published sample.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Stratum">Its stratum.</param>
/// <param name="AuditorId">Who audits it, or null.</param>
public sealed record SampleCase(string CaseRef, string Stratum, string? AuditorId);

/// <summary>A case that nobody audits.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Reason">Why.</param>
public sealed record UnallocatedCase(string CaseRef, string Reason);

/// <summary>A case of a published frame.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Stratum">Its stratum.</param>
public sealed record SampleFrameCase(string CaseRef, string Stratum);
