using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Says that somebody was told, as what, and when.</summary>
internal static class ToldWords
{
    /// <summary>Such as <c>Ada Wright (practice supervisor) was told on Tue 4 Oct 2011, as overdue</c>.</summary>
    public static string Of(ToldMark mark, Staff staff)
    {
        var name = staff.Find(mark.PersonId)?.Name ?? (mark.PersonId.Length > 0 ? mark.PersonId : null);
        var who = name is null ? Capital(PartOf(mark.Audience)) : $"{name} ({PartOf(mark.Audience)})";
        var when = mark.On is { } day ? $" on {Dates.Short(day)}" : "";
        return $"{who} was told{when}, {StepOf(mark.Step)}";
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

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

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
