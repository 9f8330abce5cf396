using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Output;

/// <summary>What a chase told, for people: a few lines for each person.</summary>
internal static class ChaseText
{
    private const int MostItems = 3;

    /// <summary>Writes it.</summary>
    public static void Write(ChaseReport report, Staff staff, StandardsPack pack, TextWriter output)
    {
        output.WriteLine(Head(report));
        foreach (var told in report.Told)
        {
            Write(told, staff, pack, output);
        }

        if (!report.NotTold.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine(report.DryRun ? "Would not be told:" : "Not told:");
            foreach (var (personId, channel, reason) in report.NotTold)
            {
                output.WriteLine($"  {NameOf(staff, personId)}, {WordsOf(channel)}: {reason}");
            }
        }

        foreach (var (team, reason) in report.FailedTeams)
        {
            output.WriteLine($"Team {team} failed: {reason}");
        }

        output.WriteLine();
        output.WriteLine($"{Words.Count(report.Transactions, "storage transaction")}.");
    }

    private static string Head(ChaseReport report)
    {
        var day = PlainDate.WithWeekday(report.AsOf);
        var head = report.DryRun ? $"Dry run of the chase of {day}" : $"Chase of {day}";
        if (report.WhyNobody is { } whyNobody)
        {
            return $"{head}: nobody is told. {whyNobody}";
        }

        if (report.Told.IsEmpty)
        {
            return report.DryRun
                ? $"{head}: nobody would be told."
                : $"{head}: nobody was told. Either nothing is due, or an earlier run has told it.";
        }

        var people = report.Told.Select(told => told.PersonId).Distinct(StringComparer.Ordinal).Count();
        var emails = report.Told.Count(told => told.Channel == Channel.Email);
        return $"{head}: {Words.Count(people, "person", "people")} {(report.DryRun ? "would be told" : people == 1 ? "was told" : "were told")}, "
            + $"by {Words.Count(emails, "email")} and {Words.Count(report.Told.Length - emails, "Teams notification")}.";
    }

    private static void Write(ToldPerson told, Staff staff, StandardsPack pack, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(
            $"{NameOf(staff, told.PersonId)}, {WordsOf(told.Channel)}: {Words.Count(told.Items.Length, "item")}"
        );
        foreach (var item in told.Items.Take(MostItems))
        {
            var title = pack.Find(item.RuleId)?.Title ?? AuditWords.Find(item.RuleId)?.Title ?? item.RuleId;
            output.WriteLine($"  {item.CaseRef} {title}: {When(item)} [{WordsOf(item.Step)}]");
        }

        if (told.Items.Length > MostItems)
        {
            output.WriteLine($"  and {Words.Number(told.Items.Length - MostItems)} more");
        }
    }

    private static string When(ToldItem item) =>
        item.WorkingDaysOverdue > 0
            ? $"{Words.Count(item.WorkingDaysOverdue, "working day")} late, due {PlainDate.Format(item.DueOn)}"
            : $"due {PlainDate.Format(item.DueOn)}";

    private static string NameOf(Staff staff, string personId) =>
        staff.Find(personId) is { } member ? $"{member.Name} ({personId})" : personId;

    private static string WordsOf(Channel channel) => channel == Channel.Email ? "email" : "Teams";

    private static string WordsOf(ChaseStep step) => Codes<ChaseStep>.Of(step).Replace('_', ' ');
}
