using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Says that somebody was told, as what, and when.</summary>
internal static class ToldWords
{
    /// <summary>
    /// Who was told on which day, the latest first: such as <c>Told on Tue 4 Oct 2011: Ben Shah (who owes it), as overdue; Ada Wright
    /// (practice supervisor), as escalated</c>.
    /// </summary>
    public static IEnumerable<string> ByDay(IReadOnlyCollection<ToldMark> told, Staff staff) =>
        told.GroupBy(mark => mark.On)
            .OrderByDescending(day => day.Key)
            .Select(day =>
                (day.Key is { } on ? $"Told on {Dates.Short(on)}: " : "Told: ")
                + string.Join(
                    "; ",
                    day.GroupBy(mark => NameOf(mark, staff), StringComparer.Ordinal).Select(Words)
                )
            );

    // One person may be told as two.
    private static string Words(IGrouping<string, ToldMark> marks)
    {
        var parts = string.Join(" and ", marks.Select(mark => PartOf(mark.Audience)).Distinct());
        var step = StepOf(marks.Max(mark => mark.Step));
        return marks.Key == parts ? $"{parts}, {step}" : $"{marks.Key} ({parts}), {step}";
    }

    /// <summary>Such as <c>Told on Tue 4 Oct 2011: Ben Shah, Ada Wright</c>; null if nobody was told.</summary>
    public static string? InShort(IReadOnlyCollection<ToldMark> told, Staff staff) =>
        told.Count == 0
            ? null
            : string.Join(
                "; ",
                told.GroupBy(mark => mark.On)
                    .OrderByDescending(day => day.Key)
                    .Select(day =>
                        (day.Key is { } on ? $"Told on {Dates.Short(on)}: " : "Told: ")
                        + string.Join(", ", day.Select(mark => NameOf(mark, staff)).Distinct())
                    )
            );

    private static string NameOf(ToldMark mark, Staff staff) =>
        staff.Find(mark.PersonId)?.Name ?? (mark.PersonId.Length > 0 ? mark.PersonId : PartOf(mark.Audience));

    private static string PartOf(Audience audience) =>
        audience switch
        {
            Audience.Owner => "who owes it",
            Audience.PracticeSupervisor => "practice supervisor",
            Audience.TeamManager => "team manager",
            Audience.HeadOfService => "head of service",
            _ => "who leads the audits",
        };

    private static string StepOf(ChaseStep step) =>
        step switch
        {
            ChaseStep.Early => "ahead of time",
            ChaseStep.Due => "on the due date",
            ChaseStep.Overdue => "as overdue",
            ChaseStep.Escalated => "as escalated",
            _ => "as overdue for long",
        };
}
