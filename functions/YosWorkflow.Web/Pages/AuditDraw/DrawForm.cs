using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>A sample as somebody asks for it on the form, and what is wrong with it.</summary>
public sealed record DrawForm
{
    internal const string ProgrammeField = "programme";
    internal const string MonthField = "month";
    internal const string HowField = "how";
    internal const string SizeField = "size";
    internal const string PercentField = "percent";
    internal const string MinField = "min";
    internal const string SeedField = "seed";

    /// <summary>As many cases as the programme says.</summary>
    internal const string ByRule = "rule";

    /// <summary>A number of cases.</summary>
    internal const string ByNumber = "number";

    /// <summary>A percentage of the frame.</summary>
    internal const string ByPercent = "percent";

    private const int LongestNumber = 20;

    internal static readonly string[] Fields =
    [
        ProgrammeField,
        MonthField,
        HowField,
        SizeField,
        PercentField,
        MinField,
        SeedField,
    ];

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The month, as <c>yyyy-MM</c>.</summary>
    public string Month { get; init; } = "";

    /// <summary>By what the size is said.</summary>
    public string How { get; init; } = ByRule;

    /// <summary>How many cases.</summary>
    public string Size { get; init; } = "";

    /// <summary>How many percent of the frame.</summary>
    public string Percent { get; init; } = "";

    /// <summary>The fewest that the percentage may come to.</summary>
    public string Min { get; init; } = "";

    /// <summary>The seed, empty for fresh randomness.</summary>
    public string Seed { get; init; } = "";

    /// <summary>What is wrong, in the order of the fields.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>The round; meaningless while anything is wrong.</summary>
    internal RoundId Round { get; init; }

    /// <summary>The size, or null for as the programme says.</summary>
    internal SampleSize? Asked { get; init; }

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string fieldId) =>
        Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    /// <summary>Reads what was typed, and looks for everything that is wrong with it.</summary>
    internal static DrawForm Read(RequestFields fields, DateOnly today)
    {
        var form = new DrawForm
        {
            Programme = fields.Text(ProgrammeField, int.MaxValue) ?? "",
            Month = fields.Text(MonthField, int.MaxValue) ?? "",
            How = fields.Text(HowField, int.MaxValue) ?? "",
            Size = fields.Text(SizeField, int.MaxValue) ?? "",
            Percent = fields.Text(PercentField, int.MaxValue) ?? "",
            Min = fields.Text(MinField, int.MaxValue) ?? "",
            Seed = fields.Text(SeedField, int.MaxValue) ?? "",
        };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var programme = AuditProgrammes.Find(form.Programme);
        if (programme is null)
        {
            errors.Add(new FieldError(ProgrammeField, "Select what is to be audited"));
        }

        if (!IsoMonth.TryParse(form.Month, out var month) || month > today)
        {
            errors.Add(new FieldError(MonthField, "Select a month that has begun"));
        }

        var size = form.SizeIn(programme, errors);
        if (form.Seed.Length > 0 && SampleRequest.FaultOfSeed(form.Seed) is { } fault)
        {
            errors.Add(new FieldError(SeedField, $"Enter a seed that is not {fault[3..]}"));
        }

        return form with
        {
            Errors = errors.ToImmutable(),
            Round = new RoundId(form.Programme, month),
            Asked = size,
        };
    }

    private SampleSize? SizeIn(AuditProgramme? programme, ImmutableArray<FieldError>.Builder errors)
    {
        if (How == ByRule)
        {
            return null;
        }

        if (programme is { Size: null })
        {
            errors.Add(
                new FieldError(
                    HowField,
                    $"Select “As many as the audit’s own rule says”: the {Lower(programme.Title)} takes every case"
                )
            );
            return null;
        }

        switch (How)
        {
            case ByNumber:
                return
                    NumberIn(
                        Size,
                        SizeField,
                        "Enter how many cases, as a whole number of 1 or more",
                        1,
                        errors
                    )
                        is { } number
                    ? SampleSize.Of(number)
                    : null;
            case ByPercent:
                var percent = PercentIn(errors);
                var min =
                    Min.Length == 0
                        ? 0
                        : NumberIn(Min, MinField, "Enter the fewest cases as a whole number", 0, errors);
                return percent is { } share && min is { } fewest ? SampleSize.OfPercent(share, fewest) : null;
            default:
                errors.Add(new FieldError(HowField, "Select how many cases"));
                return null;
        }
    }

    private decimal? PercentIn(ImmutableArray<FieldError>.Builder errors)
    {
        if (
            Percent.Length <= LongestNumber
            && decimal.TryParse(
                Percent.TrimEnd('%', ' '),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            )
            && percent is > 0 and <= 100
        )
        {
            return percent;
        }

        errors.Add(new FieldError(PercentField, "Enter a percentage above 0 and up to 100"));
        return null;
    }

    private static int? NumberIn(
        string text,
        string field,
        string message,
        int least,
        ImmutableArray<FieldError>.Builder errors
    )
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
        )
        {
            return number;
        }

        errors.Add(new FieldError(field, message));
        return null;
    }

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    /// <summary>The months that can be chosen, the latest first.</summary>
    internal static IEnumerable<(string Value, string Text)> Months(DateOnly today) =>
        Enumerable
            .Range(0, 13)
            .Select(back => IsoMonth.Of(today).AddMonths(-back))
            .Select(month => (IsoMonth.Format(month), AuditWording.Month(month)));
}
