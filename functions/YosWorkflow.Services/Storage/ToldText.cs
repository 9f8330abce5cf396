using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// What was told on a case as one text: a mark a line, such as <c>initial-plan 2011-10-04 owner escalated 2 CM001</c>. A case's
/// marks are read every morning, so they are short. Who was told comes last, since an id may hold spaces, and may be missing.
/// </summary>
internal static class ToldText
{
    public static string Write(ImmutableArray<ToldMark> marks) =>
        string.Join(
            '\n',
            marks.Select(mark =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mark.RuleId} {IsoDate.Format(mark.ClockStarted)} {Codes<Audience>.Of(mark.Audience)} {Codes<ChaseStep>.Of(mark.Step)} {mark.Repeat} {mark.PersonId}"
                )
            )
        );

    public static ImmutableArray<ToldMark> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadMark)];

    private static ToldMark ReadMark(string line) =>
        line.Split(' ', 6) is [var rule, var clock, var audience, var step, var repeat, .. var person]
            ? new ToldMark(
                rule,
                IsoDate.Parse(clock),
                Codes<Audience>.Read(audience),
                Codes<ChaseStep>.Read(step),
                int.Parse(repeat, CultureInfo.InvariantCulture),
                string.Concat(person)
            )
            : throw new FormatException($"'{line}' is not a mark of what was told.");
}
