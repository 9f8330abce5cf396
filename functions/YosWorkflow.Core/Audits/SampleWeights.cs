using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits;

/// <summary>
/// How much more cases of some kinds count when places are given. Cases of such a kind are a stratum of their own within their
/// team, whose weight is recorded with the draw.
/// </summary>
/// <param name="HighRisk">The weight of cases where risk of serious harm or vulnerability is high; 1: none of their own.</param>
/// <param name="LookedAfter">The weight of the cases of looked-after children that are not high risk already.</param>
public sealed record SampleWeights(int HighRisk, int LookedAfter)
{
    /// <summary>The greatest weight that makes sense.</summary>
    public const int Most = 20;

    private const string HighRiskName = ", high risk";
    private const string LookedAfterName = ", looked after";

    /// <summary>Every case counts alike.</summary>
    public static SampleWeights None { get; } = new(1, 1);

    /// <summary>The weights by which strata that were drawn from came about.</summary>
    public static SampleWeights Behind(IEnumerable<Stratum> strata)
    {
        var weights = None;
        foreach (var stratum in strata.Where(stratum => stratum.Weight > 1))
        {
            weights = stratum.Name.EndsWith(HighRiskName, StringComparison.Ordinal)
                ? weights with
                {
                    HighRisk = stratum.Weight,
                }
                : weights with
                {
                    LookedAfter = stratum.Weight,
                };
        }

        return weights;
    }

    /// <summary>A case as a part of a frame.</summary>
    /// <param name="drawnFrom">The case.</param>
    /// <param name="day">The day as of which its risk counts.</param>
    public FrameCase Place(Case drawnFrom, DateOnly day) =>
        new(
            drawnFrom.CaseRef,
            HighRisk > 1 && drawnFrom.IsHighRiskOn(day) ? drawnFrom.Team + HighRiskName
                : LookedAfter > 1 && drawnFrom.LookedAfter != Caseload.LookedAfter.None
                    ? drawnFrom.Team + LookedAfterName
                : drawnFrom.Team
        );

    /// <summary>The weights of a frame's strata, those that are not 1.</summary>
    public ImmutableDictionary<string, int> Of(IEnumerable<string> strata) =>
        strata
            .Distinct(StringComparer.Ordinal)
            .Select(name => (name, Weight: WeightOf(name)))
            .Where(stratum => stratum.Weight > 1)
            .ToImmutableDictionary(
                stratum => stratum.name,
                stratum => stratum.Weight,
                StringComparer.Ordinal
            );

    private int WeightOf(string stratum) =>
        stratum.EndsWith(HighRiskName, StringComparison.Ordinal) ? HighRisk
        : stratum.EndsWith(LookedAfterName, StringComparison.Ordinal) ? LookedAfter
        : 1;
}
