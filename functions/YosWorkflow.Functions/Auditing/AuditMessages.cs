using System.Collections.Immutable;
using System.Text.Json.Serialization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Functions.Auditing;

/// <summary>A round to be begun, with its sample as it is asked for. See <see cref="SampleRequest"/>.</summary>
/// <param name="Round">The round.</param>
/// <param name="AsOf">The day as of which the caseload counts.</param>
/// <param name="Number">How many cases, or null.</param>
/// <param name="Percent">What percentage of the frame, or null.</param>
/// <param name="Min">The fewest that the percentage may come to.</param>
/// <param name="Seed">The seed, or null.</param>
/// <param name="HighRiskWeight">How much cases of high risk count.</param>
/// <param name="LookedAfterWeight">How much the cases of looked-after children count.</param>
/// <param name="FrameHash">The fingerprint of the frame that was seen, or null.</param>
public sealed record RoundToBegin(
    RoundId Round,
    DateOnly AsOf,
    int? Number,
    decimal? Percent,
    int Min,
    string? Seed,
    int HighRiskWeight,
    int LookedAfterWeight,
    string? FrameHash = null
)
{
    internal static RoundToBegin Of(SampleRequest request) =>
        new(
            request.Round,
            request.AsOf,
            request.Size?.Number,
            request.Size is { Number: null, Percent: var percent } ? percent : null,
            request.Size?.Min ?? 0,
            request.Seed,
            request.Weights.HighRisk,
            request.Weights.LookedAfter,
            request.FrameHash
        );

    internal SampleRequest ToRequest() =>
        new(Round, AsOf)
        {
            Size =
                Number is { } number ? SampleSize.Of(number)
                : Percent is { } percent ? SampleSize.OfPercent(percent, Min)
                : null,
            Seed = Seed,
            Weights = new SampleWeights(HighRiskWeight, LookedAfterWeight),
            FrameHash = FrameHash,
        };
}

/// <summary>What came of drawing and allocating.</summary>
/// <param name="WhyNot">Why there is no round; null if there is one.</param>
public sealed record SampleAnswer(string? WhyNot);

/// <summary>A round that everybody has been told of.</summary>
/// <param name="Cases">Its cases.</param>
/// <param name="EndsOn">The working day by whose morning it ends.</param>
/// <param name="EndsAt">When that morning begins; null if it is over already.</param>
public sealed record BegunRound(ImmutableArray<string> Cases, DateOnly EndsOn, DateTime? EndsAt);

/// <summary>A case of a round to be looked after.</summary>
/// <param name="Round">The round.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="EndsOn">The working day by whose morning the round ends.</param>
public sealed record AuditToTend(RoundId Round, string CaseRef, DateOnly EndsOn);

/// <summary>A case that was looked after.</summary>
/// <param name="NextAt">When to look again; null if there is nothing more to look after.</param>
public sealed record TendedAudit(DateTime? NextAt);

/// <summary>A round to be closed.</summary>
/// <param name="Round">The round.</param>
/// <param name="EndsOn">The working day by whose morning it ends.</param>
public sealed record RoundToClose(RoundId Round, DateOnly EndsOn);

/// <summary>How far a round is, as its status shows it. Who audits what, and what is in, is in the tables.</summary>
/// <param name="Stage">What is awaited.</param>
/// <param name="Cases">How many cases it has.</param>
/// <param name="EndsOn">The working day by whose morning it ends.</param>
/// <param name="NotWatched">The cases that are left to the mornings alone, and why.</param>
public sealed record RoundStatus(
    [property: JsonPropertyName("stage")] string Stage,
    [property: JsonPropertyName("cases")] int Cases,
    [property: JsonPropertyName("ends_on")] DateOnly EndsOn,
    [property: JsonPropertyName("not_watched")] ImmutableArray<string> NotWatched
)
{
    /// <summary>Returns are awaited.</summary>
    public const string Open = "open";

    /// <summary>Everything that was asked for is in; until the round ends, the lead may give returns back.</summary>
    public const string AllBack = "all_back";

    /// <summary>The round has ended.</summary>
    public const string Closed = "closed";
}

/// <summary>What a round came to, as its status shows it. Findings are read from the returns themselves.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Month">The month, as <c>yyyy-MM</c>.</param>
/// <param name="ClosedOn">Its last day.</param>
/// <param name="Cases">How many cases it had.</param>
/// <param name="Submitted">How many returns came in.</param>
/// <param name="Missing">What was missing, the case and what: <c>auditor</c>, <c>return</c> or <c>second_check</c>.</param>
public sealed record RoundSummary(
    [property: JsonPropertyName("programme")] string Programme,
    [property: JsonPropertyName("month")] string Month,
    [property: JsonPropertyName("closed_on")] DateOnly? ClosedOn,
    [property: JsonPropertyName("cases")] int Cases,
    [property: JsonPropertyName("submitted")] int Submitted,
    [property: JsonPropertyName("missing")] ImmutableArray<string> Missing
)
{
    internal static RoundSummary Of(RoundStanding standing) =>
        new(
            standing.Round.Id.ProgrammeId,
            IsoMonth.Format(standing.Round.Id.Month),
            standing.Round.ClosedOn,
            standing.Cases.Length,
            standing.Cases.Count(item => item.IsIn),
            [.. standing.Round.Missing.Select(item => $"{item.CaseRef}: {Codes<MissingKind>.Of(item.Kind)}")]
        );
}
