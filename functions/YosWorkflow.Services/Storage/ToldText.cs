using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// What was told on a case as one text: a mark a line, such as <c>initial-plan 2011-10-04 owner escalated 2@2011-11-04 CM001</c>. A case's
/// marks are read every morning, so they are short. Who was told comes last, since an id may hold spaces, and may be missing. The
/// day stands behind the repeat, as in <c>2@2011-10-04</c>; marks that are older than that have none.
/// </summary>
internal static class ToldText
{
    private const char Day = '@';

    public static string Write(ImmutableArray<ToldMark> marks) =>
        string.Join(
            '\n',
            marks.Select(mark =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mark.RuleId} {IsoDate.Format(mark.ClockStarted)} {Codes<Audience>.Of(mark.Audience)} {Codes<ChaseStep>.Of(mark.Step)} {mark.Repeat}{DayOf(mark)} {mark.PersonId}"
                )
            )
        );

    public static ImmutableArray<ToldMark> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadMark)];

    private static string DayOf(in ToldMark mark) => mark.On is { } day ? Day + IsoDate.Format(day) : "";

    private static ToldMark ReadMark(string line) =>
        line.Split(' ', 6) is [var rule, var clock, var audience, var step, var repeat, .. var person]
            ? new ToldMark(
                rule,
                IsoDate.Parse(clock),
                Codes<Audience>.Read(audience),
                Codes<ChaseStep>.Read(step),
                int.Parse(repeat.Split(Day)[0], CultureInfo.InvariantCulture),
                string.Concat(person),
                repeat.Split(Day) is [_, var day] ? IsoDate.Parse(day) : null
            )
            : throw new FormatException($"'{line}' is not a mark of what was told.");
}
