using System.Collections.Immutable;
using Azure;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Chasing;

/// <summary>What was told on a case, as it was read.</summary>
/// <param name="Marks">The marks.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record ToldOnCase(ImmutableArray<ToldMark> Marks, ETag ETag);

/// <summary>What is kept of chasing in a team, besides its notices.</summary>
/// <param name="Told">What was told, by case.</param>
/// <param name="Acknowledgements">What was acknowledged, by case.</param>
public sealed record TeamRecord(
    IReadOnlyDictionary<string, ToldOnCase> Told,
    ILookup<string, Acknowledgement> Acknowledgements
)
{
    /// <summary>Nothing was told, and nothing acknowledged.</summary>
    public static TeamRecord None { get; } =
        new(
            new Dictionary<string, ToldOnCase>(StringComparer.Ordinal),
            Array.Empty<Acknowledgement>().ToLookup(one => one.CaseRef, StringComparer.Ordinal)
        );
}
