using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// A case's milestones as one short text, which is how they lie inside the case's entity. Seven characters a milestone (a letter
/// for the kind, four for the day, two for who recorded it), then the recorders' ids, each after a <c>|</c>.
/// </summary>
/// <remarks>The letters belong to the stored form: new kinds get new letters, and none is ever used again for another.</remarks>
public static class MilestonePacking
{
    /// <summary>The most characters that Table Storage takes in one text.</summary>
    public const int MaxLength = 32_768;

    private const int Entry = 7;
    private const int MaxRecorders = (64 * 64) - 1;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static readonly MilestoneKind[] Kinds = KindsByLetter();
    private static readonly char[] Letters = LettersByKind();
    private static readonly byte[] Values = ValuesByDigit();

    /// <summary>How long the text of so many milestones is.</summary>
    /// <param name="milestones">How many there are.</param>
    /// <param name="recorders">How many people recorded them.</param>
    /// <param name="recorderCharacters">The characters of those people's ids, each counted once.</param>
    public static int LengthOf(int milestones, int recorders, int recorderCharacters) =>
        (milestones * Entry) + recorders + recorderCharacters;

    /// <summary>Packs milestones, in the order given.</summary>
    /// <returns>The text; null if it would be longer than <see cref="MaxLength"/>.</returns>
    public static string? Pack(ImmutableArray<CompletedMilestone> milestones)
    {
        if (milestones.Length > MaxLength / Entry)
        {
            return null;
        }

        var recorders = new List<string>();
        var packed = new StringBuilder(milestones.Length * Entry + 16);
        foreach (var milestone in milestones)
        {
            packed.Append(Letters[(int)milestone.Kind]);
            AppendNumber(packed, milestone.CompletedOn.DayNumber, 4);
            AppendNumber(packed, RecorderNumber(recorders, milestone.RecordedById), 2);
        }

        foreach (var recorder in recorders)
        {
            packed.Append(StorageKey.Separator).Append(recorder);
        }

        return packed.Length > MaxLength || recorders.Count > MaxRecorders ? null : packed.ToString();
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ImmutableArray<CompletedMilestone> Unpack(ReadOnlySpan<char> packed, StringPool pool)
    {
        var end = packed.IndexOf(StorageKey.Separator);
        var entries = end < 0 ? packed : packed[..end];
        var recorders = end < 0 ? [] : Recorders(packed[(end + 1)..], pool);
        if (entries.Length % Entry != 0)
        {
            throw new FormatException("Packed milestones are cut off.");
        }

        var milestones = new CompletedMilestone[entries.Length / Entry];
        for (var i = 0; i < milestones.Length; i++)
        {
            milestones[i] = UnpackOne(entries.Slice(i * Entry, Entry), recorders);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(milestones);
    }

    /// <summary>The letter of a kind. For the test that every kind has one of its own.</summary>
    internal static char LetterOf(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.AssetStart => 'a',
            MilestoneKind.WhatDoYouThink => 'w',
            MilestoneKind.LearningStyles => 'l',
            MilestoneKind.InterventionPlan => 'i',
            MilestoneKind.Review => 'r',
            MilestoneKind.PanelInitial => 'p',
            MilestoneKind.PanelProgress => 'q',
            MilestoneKind.RoshFull => 'f',
            MilestoneKind.Rmp => 'k',
            MilestoneKind.RmpCountersigned => 'K',
            MilestoneKind.Vmp => 'v',
            MilestoneKind.VmpCountersigned => 'V',
            MilestoneKind.RiskMeeting => 'm',
            MilestoneKind.RemandPlanning => 'b',
            MilestoneKind.CustodyPlanning => 'c',
            MilestoneKind.CustodyReview => 'd',
            MilestoneKind.EndAsset => 'e',
            MilestoneKind.ScsReferral => 's',
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This milestone has no letter."),
        };

    private static CompletedMilestone UnpackOne(ReadOnlySpan<char> entry, ReadOnlySpan<string> recorders)
    {
        var day = Number(entry.Slice(1, 4));
        var recorder = Number(entry[5..]);
        if (entry[0] >= Kinds.Length || (int)Kinds[entry[0]] < 0 || recorder > recorders.Length)
        {
            throw new FormatException($"'{entry}' is not a packed milestone.");
        }

        return new(
            Kinds[entry[0]],
            DateOnly.FromDayNumber(day),
            recorder == 0 ? null : recorders[recorder - 1]
        );
    }

    private static string[] Recorders(ReadOnlySpan<char> packed, StringPool pool)
    {
        var recorders = new string[packed.Count(StorageKey.Separator) + 1];
        var i = 0;
        foreach (var range in packed.Split(StorageKey.Separator))
        {
            recorders[i++] = pool.Get(packed[range]);
        }

        return recorders;
    }

    private static int RecorderNumber(List<string> recorders, string? recorder)
    {
        if (recorder is null)
        {
            return 0;
        }

        var index = recorders.IndexOf(recorder);
        if (index < 0)
        {
            index = recorders.Count;
            recorders.Add(recorder);
        }

        return index + 1;
    }

    private static void AppendNumber(StringBuilder packed, int number, int digits)
    {
        for (var shift = 6 * (digits - 1); shift >= 0; shift -= 6)
        {
            packed.Append(Digits[(number >> shift) & 63]);
        }
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            var value = digit < Values.Length ? Values[digit] : byte.MaxValue;
            if (value == byte.MaxValue)
            {
                throw new FormatException($"'{digit}' is not a digit of a packed milestone.");
            }

            number = (number << 6) | value;
        }

        return number;
    }

    private static MilestoneKind[] KindsByLetter()
    {
        var kinds = new MilestoneKind[128];
        Array.Fill(kinds, (MilestoneKind)(-1));
        foreach (var kind in Enum.GetValues<MilestoneKind>())
        {
            kinds[LetterOf(kind)] = kind;
        }

        return kinds;
    }

    private static char[] LettersByKind()
    {
        var letters = new char[Enum.GetValues<MilestoneKind>().Max(kind => (int)kind) + 1];
        foreach (var kind in Enum.GetValues<MilestoneKind>())
        {
            letters[(int)kind] = LetterOf(kind);
        }

        return letters;
    }

    private static byte[] ValuesByDigit()
    {
        var values = new byte[128];
        Array.Fill(values, byte.MaxValue);
        for (var i = 0; i < Digits.Length; i++)
        {
            values[Digits[i]] = (byte)i;
        }

        return values;
    }
}
