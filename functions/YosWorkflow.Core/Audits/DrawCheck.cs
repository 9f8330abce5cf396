using System.Collections.Immutable;
using System.Globalization;

namespace YosWorkflow.Core.Audits;

/// <summary>Draws a published sample again, and says where it does not hold.</summary>
public static class DrawCheck
{
    /// <summary>What does not hold, a sentence each; empty if everything does.</summary>
    /// <param name="published">The sample as it was published.</param>
    /// <param name="frame">The frame from which it is said to be drawn.</param>
    public static ImmutableArray<string> FaultsOf(Draw published, IReadOnlyList<FrameCase> frame)
    {
        var weights = published
            .Strata.Where(stratum => stratum.Weight != 1)
            .ToDictionary(stratum => stratum.Name, stratum => stratum.Weight, StringComparer.Ordinal);
        var size = published.Strata.Sum(stratum => stratum.Drawn);
        if (size < 1)
        {
            return ["The strata give no places, so there is nothing to check."];
        }

        var again = Sampling.Draw(frame, SampleSize.Of(size), published.Seed, weights);
        return
        [
            .. Differ("frame_size", published.FrameSize, again.FrameSize),
            .. Differ("frame_hash", published.FrameHash, again.FrameHash),
            .. StrataFaults(published, again),
            .. Only(published.Cases, again.Cases)
                .Select(item => $"{item.CaseRef} ({item.Stratum}) is published, but not drawn by this seed."),
            .. Only(again.Cases, published.Cases)
                .Select(item => $"{item.CaseRef} ({item.Stratum}) is drawn by this seed, but not published."),
        ];
    }

    private static IEnumerable<string> Differ<T>(string what, T published, T again)
        where T : IEquatable<T> =>
        published.Equals(again)
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {what} is published as {published}, and is {again}."
                ),
            ];

    private static IEnumerable<string> StrataFaults(Draw published, Draw again)
    {
        var before = published.Strata.ToLookup(stratum => stratum.Name, StringComparer.Ordinal);
        foreach (var stratum in again.Strata)
        {
            if (before[stratum.Name].FirstOrDefault() is not { } said)
            {
                yield return $"The stratum {stratum.Name} is not published.";
            }
            else if (said != stratum)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The stratum {stratum.Name} is published with {said.Drawn} of {said.Size} drawn, and has {stratum.Drawn} of {stratum.Size}."
                );
            }
        }

        foreach (
            var stratum in published.Strata.ExceptBy(again.Strata.Select(own => own.Name), own => own.Name)
        )
        {
            yield return $"The stratum {stratum.Name} is published, but not in the frame.";
        }
    }

    private static IEnumerable<FrameCase> Only(
        ImmutableArray<FrameCase> some,
        ImmutableArray<FrameCase> others
    ) => some.Except(others);
}
