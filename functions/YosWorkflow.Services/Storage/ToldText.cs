using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// What was told on a case as one text: a mark a line, such as <c>initial-plan 2011-10-04 owner escalated 2</c>. A case's marks
/// are read every morning, so they are short.
/// </summary>
internal static class ToldText
{
    public static string Write(ImmutableArray<ToldMark> marks) =>
        string.Join(
            '\n',
            marks.Select(mark =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mark.RuleId} {IsoDate.Format(mark.ClockStarted)} {Codes<Audience>.Of(mark.Audience)} {Codes<ChaseStep>.Of(mark.Step)} {mark.Repeat}"
                )
            )
        );

    public static ImmutableArray<ToldMark> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadMark)];

    private static ToldMark ReadMark(string line) =>
        line.Split(' ') is [var rule, var clock, var audience, var step, var repeat]
            ? new ToldMark(
                rule,
                IsoDate.Parse(clock),
                Codes<Audience>.Read(audience),
                Codes<ChaseStep>.Read(step),
                int.Parse(repeat, CultureInfo.InvariantCulture)
            )
            : throw new FormatException($"'{line}' is not a mark of what was told.");
}
