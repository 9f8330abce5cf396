using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class SamplingTests
{
    private static readonly Gen<FrameCase[]> Frames = Gen.Select(
            Gen.Int[0, 5000],
            Gen.Char['A', 'E'],
            (number, team) => new FrameCase($"K{number}", $"Team {team}")
        )
        .Array[0, 200]
        .Select(cases => cases.DistinctBy(c => c.CaseRef).ToArray());

    [Fact]
    public void Draw_AnyFrame_IsWhatTheRulesSayWordForWord() =>
        Gen.Select(Frames, Gen.Int[1, 60], Gen.String[Gen.Char.AlphaNumeric, 1, 20])
            .Sample(
                (frame, size, seed) =>
                {
                    var draw = Sampling.Draw(frame, SampleSize.Of(size), seed);
                    foreach (var stratum in draw.Strata)
                    {
                        var expected = frame
                            .Where(c => c.Stratum == stratum.Name)
                            .OrderBy(c => Sha256Hex($"{seed}|{c.CaseRef}"), StringComparer.Ordinal)
                            .Take(stratum.Drawn)
                            .Select(c => c.CaseRef)
                            .Order(StringComparer.Ordinal);
                        Assert.Equal(
                            expected,
                            draw.Cases.Where(c => c.Stratum == stratum.Name).Select(c => c.CaseRef)
                        );
                    }

                    Assert.Equal(Math.Min(size, frame.Length), draw.Cases.Length);
                }
            );

    [Fact]
    public void Draw_FrameInAnotherOrder_IsTheSame() =>
        Gen.Select(Frames, Gen.Int[1, 60])
            .Sample(
                (frame, size) =>
                {
                    var draw = Sampling.Draw(frame, SampleSize.Of(size), "s");
                    var reversed = Sampling.Draw([.. frame.Reverse()], SampleSize.Of(size), "s");
                    Assert.Equal(draw.Cases, reversed.Cases);
                    Assert.Equal(draw.FrameHash, reversed.FrameHash);
                }
            );

    [Fact]
    public void Draw_LargerSize_OnlyAddsCases() =>
        Gen.Select(Frames, Gen.Int[1, 60], Gen.Int[1, 20])
            .Sample(
                (frame, size, more) =>
                {
                    var smaller = Sampling.Draw(frame, SampleSize.Of(size), "s").Cases;
                    var larger = Sampling.Draw(frame, SampleSize.Of(size + more), "s").Cases;
                    Assert.Subset(larger.ToHashSet(), smaller.ToHashSet());
                }
            );

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Draw_TwentyThousandSeeds_DrawsEveryCaseOfAStratumEquallyOften(int weightOfA)
    {
        FrameCase[] frame =
        [
            .. Enumerable.Range(0, 12).Select(n => new FrameCase($"A{n}", "A")),
            .. Enumerable.Range(0, 9).Select(n => new FrameCase($"B{n}", "B")),
        ];
        var weights = new Dictionary<string, int> { ["A"] = weightOfA };
        var times = frame.ToDictionary(c => c.CaseRef, _ => 0);
        const int Seeds = 20_000;
        var drawnOfA = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var draw = Sampling.Draw(
                frame,
                SampleSize.Of(7),
                seed.ToString(CultureInfo.InvariantCulture),
                weights
            );
            drawnOfA = draw.Strata[0].Drawn;
            foreach (var drawn in draw.Cases)
            {
                times[drawn.CaseRef]++;
            }
        }

        // Chi-squared at p = 0.001: 31.26 with 11 degrees of freedom, 26.12 with 8.
        Assert.InRange(ChiSquared(times, "A", Seeds * drawnOfA / 12.0, drawnOfA / 12.0), 0, 31.26);
        Assert.InRange(ChiSquared(times, "B", Seeds * (7 - drawnOfA) / 9.0, (7 - drawnOfA) / 9.0), 0, 26.12);
        Assert.Equal(weightOfA == 1 ? 4 : 6, drawnOfA);
    }

    [Theory]
    [InlineData("b\na\n", new[] { "b", "a" })]
    [InlineData("", new string[0])]
    public void FrameHash_AnyOrder_IsOfTheReferencesInOrdinalOrder(string unsorted, string[] refs)
    {
        var text = string.Concat(
            unsorted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().Select(r => r + "\n")
        );

        Assert.Equal(Sha256Hex(text), FrameHash.Of([.. refs.Select(r => new FrameCase(r, "T"))]));
    }

    [Fact]
    public void FrameHash_ReferencesOfAnyKind_SortsOrdinally() =>
        Gen.OneOf(
                Gen.String[Gen.Char["AaZz019-_"], 0, 14],
                Gen.String[0, 4].Where(s => !s.Any(char.IsSurrogate))
            )
            .Array[0, 60]
            .Sample(refs =>
            {
                var text = string.Concat(refs.Order(StringComparer.Ordinal).Select(r => r + "\n"));
                Assert.Equal(Sha256Hex(text), FrameHash.Of([.. refs.Select(r => new FrameCase(r, "T"))]));
            });

    [Theory]
    [InlineData(657, 20, 20, 132)]
    [InlineData(50, 20, 20, 20)]
    [InlineData(12, 20, 20, 12)]
    [InlineData(0, 20, 20, 0)]
    [InlineData(101, 1, 0, 2)]
    public void SampleSize_Percent_IsRoundedUpWithAMinimumAndNeverMoreThanTheFrame(
        int frame,
        int percent,
        int min,
        int expected
    ) => Assert.Equal(expected, SampleSize.OfPercent(percent, min).Within(frame));

    [Theory]
    [InlineData(650, 20, 0.2159)]
    [InlineData(650, 650, 0)]
    [InlineData(650, 0, 1)]
    public void HalfWidth_OfASample_HasTheFinitePopulationCorrection(int frame, int size, double expected) =>
        Assert.Equal(expected, SamplePrecision.HalfWidth(frame, size), 3);

    // A case is drawn in a share of the seeds; without replacement within a draw the counts' variance is n·p·(1 − p).
    private static double ChiSquared(
        Dictionary<string, int> times,
        string stratum,
        double expected,
        double share
    )
    {
        var own = times.Where(pair => pair.Key.StartsWith(stratum, StringComparison.Ordinal)).ToArray();
        var sum = own.Sum(pair => Math.Pow(pair.Value - expected, 2) / expected);
        return sum / (1 - share) * (own.Length - 1) / own.Length;
    }

    private static string Sha256Hex(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
