using CsCheck;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class DrawCheckTests
{
    private static readonly FrameCase[] Frame =
    [
        .. Enumerable.Range(0, 40).Select(n => new FrameCase($"K{n}", n % 3 == 0 ? "A" : "B")),
    ];

    private static readonly Draw Published = Sampling.Draw(Frame, SampleSize.Of(8), "seed");

    [Fact]
    public void FaultsOf_AnyDraw_Holds() =>
        Gen.Select(Gen.Int[1, 50], Gen.String[Gen.Char.AlphaNumeric, 1, 9], Gen.Int[1, 4])
            .Sample(
                (size, seed, weight) =>
                    Assert.Empty(
                        DrawCheck.FaultsOf(
                            Sampling.Draw(
                                Frame,
                                SampleSize.Of(size),
                                seed,
                                new Dictionary<string, int>(StringComparer.Ordinal) { ["A"] = weight }
                            ),
                            [.. Frame.Reverse()]
                        )
                    )
            );

    [Fact]
    public void FaultsOf_AnotherSeed_NamesTheCases() =>
        Assert.Contains(
            DrawCheck.FaultsOf(Published with { Seed = "sead" }, Frame),
            fault => fault.Contains("not drawn by this seed", StringComparison.Ordinal)
        );

    [Fact]
    public void FaultsOf_ACaseSwapped_NamesBoth()
    {
        var other = Frame.Except(Published.Cases).First(item => item.Stratum == "A");
        var swapped = Published with
        {
            Cases =
            [
                .. Published.Cases.Where(item => item.Stratum == "B"),
                .. Published.Cases.Where(item => item.Stratum == "A").Skip(1),
                other,
            ],
        };

        Assert.Equal(2, DrawCheck.FaultsOf(swapped, Frame).Length);
    }

    [Fact]
    public void FaultsOf_AFrameThatChanged_SaysSo()
    {
        var faults = DrawCheck.FaultsOf(Published, Frame[1..]);

        Assert.Contains(faults, fault => fault.StartsWith("The frame_size", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("The frame_hash", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("The stratum A", StringComparison.Ordinal));
    }

    [Fact]
    public void FaultsOf_PlacesGivenOtherwise_NamesTheStrata()
    {
        var favoured = Published with
        {
            Strata =
            [
                .. Published.Strata.Select(stratum =>
                    stratum with
                    {
                        Drawn = stratum.Drawn + (stratum.Name == "A" ? 1 : -1),
                    }
                ),
            ],
        };

        Assert.Equal(2, DrawCheck.FaultsOf(favoured, Frame).Length);
        Assert.Single(DrawCheck.FaultsOf(Published with { Strata = [] }, Frame));
    }
}
