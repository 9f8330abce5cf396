using System.Collections.Immutable;
using System.Text.Json.Serialization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>From where the frame came with which a published sample was checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FrameOrigin>))]
public enum FrameOrigin
{
    /// <summary>It was published with the sample.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>It was kept with the round.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>It was read from the caseload as it is now, as of the day of the draw.</summary>
    [JsonStringEnumMemberName("caseload")]
    Caseload,
}

/// <summary>Whether a published sample holds.</summary>
/// <param name="Faults">What does not hold, a sentence each; empty if everything does.</param>
/// <param name="Origin">From where the frame came.</param>
/// <param name="FrameSize">How many cases it holds.</param>
public sealed record CheckedDraw(ImmutableArray<string> Faults, FrameOrigin Origin, int FrameSize)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Faults.IsEmpty;
}

/// <summary>
/// Draws a published sample again and says whether it holds. The frame is the one published with it; else the one that was kept
/// with the round, if it is the same; else that of the caseload, where a later import may have changed it.
/// </summary>
public sealed class VerifyDraw(AuditTable audits, SampleFrame frames)
{
    /// <summary>Checks a published sample against the frame that was published with it; null if there is none.</summary>
    public static CheckedDraw? Alone(SampleReport published) =>
        published.Frame is { } frame
            ? Check(
                published,
                [.. frame.Select(item => new FrameCase(item.CaseRef, item.Stratum))],
                FrameOrigin.Published
            )
            : null;

    /// <summary>Checks a published sample.</summary>
    /// <exception cref="FormatException">Its month is not one, or there is no such programme.</exception>
    public async Task<CheckedDraw> ExecuteAsync(SampleReport published, CancellationToken cancellationToken)
    {
        if (Alone(published) is { } alone)
        {
            return alone;
        }

        var programme =
            AuditProgrammes.Find(published.Programme)
            ?? throw new FormatException($"There is no audit programme '{published.Programme}'.");
        var id = new RoundId(published.Programme, IsoMonth.Parse(published.Month));
        if (
            await audits.FindRoundAsync(id, cancellationToken) is { Round: var round }
            && round.FrameHash == published.FrameHash
        )
        {
            return Check(published, await audits.ReadFrameAsync(round, cancellationToken), FrameOrigin.Kept);
        }

        var request = new SampleRequest(id, published.AsOf)
        {
            Weights = SampleWeights.Behind(published.ToDraw().Strata),
        };
        return Check(
            published,
            await frames.ReadAsync(programme, request, cancellationToken),
            FrameOrigin.Caseload
        );
    }

    private static CheckedDraw Check(
        SampleReport published,
        ImmutableArray<FrameCase> frame,
        FrameOrigin origin
    )
    {
        var faults = DrawCheck.FaultsOf(published.ToDraw(), frame);
        return new CheckedDraw(
            published.Size == published.Cases.Length
                ? faults
                :
                [
                    $"The size is published as {published.Size}, and {published.Cases.Length} cases are listed.",
                    .. faults,
                ],
            origin,
            frame.Length
        );
    }
}
