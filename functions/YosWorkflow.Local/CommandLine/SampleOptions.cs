using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Local.CommandLine;

/// <summary>The options of <see cref="SampleVerb"/>.</summary>
internal sealed class SampleOptions
{
    private readonly Option<string?> programme = new("--programme")
    {
        Description = $"The audit programme: {string.Join(", ", Programmes)}",
        HelpName = "PROGRAMME",
    };

    private readonly Option<int?> size = Number("--size", "N", "How many cases", 1);

    private readonly Option<decimal?> percent = new("--percent")
    {
        Description = "How many cases as a percentage of the frame, rounded up",
        HelpName = "P",
        CustomParser = ReadPercent,
    };

    private readonly Option<int?> min = Number("--min", "N", "The fewest that a percentage may come to", 0);

    private readonly Option<string?> seed = new("--seed")
    {
        Description = "The seed of the draw [default: fresh randomness]",
        HelpName = "S",
    };

    private readonly Option<int?> highRisk = Number(
        "--high-risk-weight",
        "N",
        "How much more high-risk cases count when places are given",
        1
    );

    private readonly Option<int?> lookedAfter = Number(
        "--looked-after-weight",
        "N",
        "How much more the cases of looked-after children count",
        1
    );

    private readonly Option<string> format = VerbOptions.Format("text", "json");

    public Option<DateOnly> Month { get; } =
        new("--month")
        {
            Description = "The month of the round",
            HelpName = "yyyy-MM",
            CustomParser = ReadMonth,
        };

    public Option<DateOnly?> AsOf { get; } =
        VerbOptions.OptionalDate(
            "--as-of",
            "As of which day the caseload counts [default: today, or the month's first working day once it is past]"
        );

    public Option<bool> DryRun { get; } =
        new("--dry-run") { Description = "Only say what would be drawn: nothing is written" };

    public Option<bool> Frame { get; } =
        new("--frame") { Description = "Put the frame into the JSON, so that it can be checked by itself" };

    public Option<string?> Verify { get; } =
        new("--verify")
        {
            Description = "Draw a published sample (JSON) again, and say whether it holds",
            HelpName = "FILE",
        };

    public IEnumerable<Option> All =>
        [
            programme,
            Month,
            AsOf,
            size,
            percent,
            min,
            seed,
            highRisk,
            lookedAfter,
            DryRun,
            format,
            Frame,
            Verify,
        ];

    private static IEnumerable<string> Programmes => AuditProgrammes.All.Select(one => one.ProgrammeId);

    public bool IsJson(ParseResult parsed) =>
        string.Equals(parsed.GetValue(format), "json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses what does not go together.</summary>
    public void Check(CommandResult given)
    {
        if (Has(given, Verify))
        {
            foreach (
                var other in All.Where(option => option != Verify && option != format && Has(given, option))
            )
            {
                given.AddError($"{other.Name} does not go with --verify: the file says what was drawn.");
            }

            return;
        }

        foreach (var needed in new Option[] { programme, Month }.Where(option => !Has(given, option)))
        {
            given.AddError($"Option '{needed.Name}' is required.");
        }

        if (
            Has(given, programme)
            && given.GetValue(programme) is { } asked
            && AuditProgrammes.Find(asked) is null
        )
        {
            given.AddError(
                $"There is no audit programme '{asked}'; there are {string.Join(", ", Programmes)}."
            );
        }

        if (Has(given, size) && (Has(given, percent) || Has(given, min)))
        {
            given.AddError("Give --size or --percent, not both.");
        }
        else if (Has(given, min) && !Has(given, percent))
        {
            given.AddError("--min goes with --percent.");
        }

        if (Has(given, seed) && SampleRequest.FaultOfSeed(given.GetValue(seed) ?? "") is { } fault)
        {
            given.AddError($"The seed {fault}.");
        }
    }

    public SampleRequest Request(ParseResult parsed, DateOnly asOf) =>
        new(new RoundId(parsed.GetValue(programme)!, parsed.GetValue(Month)), asOf)
        {
            Size =
                parsed.GetValue(size) is { } number ? SampleSize.Of(number)
                : parsed.GetValue(percent) is { } share
                    ? SampleSize.OfPercent(share, parsed.GetValue(min) ?? 0)
                : null,
            Seed = parsed.GetValue(seed),
            Weights = new SampleWeights(parsed.GetValue(highRisk) ?? 1, parsed.GetValue(lookedAfter) ?? 1),
        };

    private static bool Has(CommandResult given, Option option) =>
        given.GetResult(option) is { Implicit: false };

    private static Option<int?> Number(string name, string helpName, string description, int least) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var most = name.EndsWith("weight", StringComparison.Ordinal)
                    ? SampleWeights.Most
                    : int.MaxValue;
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= least
                    && number <= most
                )
                {
                    return number;
                }

                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: '{text}' is not a whole number from {least} to {most}."
                    )
                );
                return null;
            },
        };

    private static decimal? ReadPercent(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            ) && percent is > 0 and <= 100
        )
        {
            return percent;
        }

        result.AddError($"'{text}' is not a percentage above 0 and up to 100.");
        return null;
    }

    private static DateOnly ReadMonth(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!IsoMonth.TryParse(text, out var month))
        {
            result.AddError($"'{text}' is not a month as 2011-11.");
        }

        return month;
    }
}
