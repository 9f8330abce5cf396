using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>A draw that is previewed: its address says all of it, so that it can be opened again, and confirmed as it was seen.</summary>
internal static class DrawAddress
{
    internal const string AsOfField = "asOf";
    internal const string FrameField = "frame";
    internal const string PreviewField = "preview";
    internal const string ChangedField = "changed";

    private const int LongestText = 200;

    /// <summary>The fields that say a draw.</summary>
    internal static readonly string[] Fields =
    [
        DrawForm.ProgrammeField,
        DrawForm.MonthField,
        AsOfField,
        DrawForm.SizeField,
        DrawForm.PercentField,
        DrawForm.MinField,
        DrawForm.SeedField,
        FrameField,
    ];

    /// <summary>Where a draw is previewed.</summary>
    public static string Preview(SampleRequest draw, bool changed = false) =>
        Addresses.With(
            AuditAddresses.Draw,
            [.. Of(draw), (PreviewField, "yes"), (ChangedField, changed ? "yes" : null)]
        );

    /// <summary>A draw as fields; those it does not need are null.</summary>
    public static (string Name, string? Value)[] Of(SampleRequest draw) =>
        [
            (DrawForm.ProgrammeField, draw.Round.ProgrammeId),
            (DrawForm.MonthField, IsoMonth.Format(draw.Round.Month)),
            (AsOfField, IsoDate.Format(draw.AsOf)),
            (DrawForm.SizeField, draw.Size?.Number is { } number ? Wording.Plain(number) : null),
            (DrawForm.PercentField, PercentOf(draw.Size)),
            (
                DrawForm.MinField,
                draw.Size is { Number: null, Min: > 0 and var min } ? Wording.Plain(min) : null
            ),
            (DrawForm.SeedField, draw.Seed),
        ];

    /// <summary>Reads a draw; null, with what is wrong noted, if the fields don't say one.</summary>
    public static SampleRequest? Read(RequestFields fields)
    {
        var programmeId = fields.RequiredText(DrawForm.ProgrammeField, LongestText);
        if (programmeId.Length > 0 && AuditProgrammes.Find(programmeId) is null)
        {
            fields.Refuse(DrawForm.ProgrammeField, "There is no such audit.");
        }

        if (!IsoMonth.TryParse(fields.RequiredText(DrawForm.MonthField, LongestText), out var month))
        {
            fields.Refuse(DrawForm.MonthField, "Write a month as yyyy-MM.");
        }

        var asOf = fields.RequiredDate(AsOfField);
        var size = SizeIn(fields);
        var seed = fields.RequiredText(DrawForm.SeedField, SampleRequest.LongestSeed);
        if (seed.Length > 0 && SampleRequest.FaultOfSeed(seed) is { } fault)
        {
            fields.Refuse(DrawForm.SeedField, $"It {fault}.");
        }

        return fields.Errors.Count > 0
            ? null
            : new SampleRequest(new RoundId(programmeId, month), asOf)
            {
                Size = size,
                Seed = seed,
                FrameHash = fields.Text(FrameField, LongestText),
            };
    }

    private static SampleSize? SizeIn(RequestFields fields)
    {
        var number = fields.WholeNumber(DrawForm.SizeField, 1, int.MaxValue);
        var percent = fields.Percent(DrawForm.PercentField);
        var min = fields.WholeNumber(DrawForm.MinField, 0, int.MaxValue);
        return number is { } known ? SampleSize.Of(known)
            : percent is { } share ? SampleSize.OfPercent(share, min ?? 0)
            : null;
    }

    private static string? PercentOf(SampleSize? size) =>
        size is { Number: null, Percent: var percent }
            ? percent.ToString(CultureInfo.InvariantCulture)
            : null;
}
