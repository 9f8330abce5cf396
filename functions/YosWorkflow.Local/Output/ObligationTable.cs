using YosWorkflow.Core;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Output;

/// <summary>Obligations for people: how many, and which, the most pressing first.</summary>
internal static class ObligationTable
{
    private static readonly string[] Columns = ["Case", "Team", "What is owed", "Due", "Status", "Owed by"];

    // Open ones by how pressing they are, then what is over.
    private static readonly ObligationStatus[] Order =
    [
        ObligationStatus.Overdue,
        ObligationStatus.DueToday,
        ObligationStatus.Upcoming,
        ObligationStatus.Missed,
        ObligationStatus.MetLate,
        ObligationStatus.Met,
    ];

    /// <summary>Writes them.</summary>
    public static void Write(ObligationList found, LocalContext context)
    {
        var counts = Order
            .Select(status =>
                (Status: status, Count: found.Obligations.Count(one => one.Obligation.Status == status))
            )
            .Where(one => one.Count > 0)
            .Select(one => $"{Words.Number(one.Count)} {WordsOf(one.Status)}")
            .ToArray();
        context.Output.WriteLine(
            $"As of {PlainDate.WithWeekday(found.AsOf)}: {(counts.Length == 0 ? "nothing" : string.Join(", ", counts))}"
        );
        if (counts.Length == 0)
        {
            return;
        }

        PlainTable.Write(
            context,
            Columns,
            found
                .Obligations.OrderBy(one => Array.IndexOf(Order, one.Obligation.Status))
                .ThenBy(one => one.Obligation.DueOn)
                .Select(one => Row(one, found))
        );
    }

    private static string[] Row(ListedObligation listed, ObligationList found)
    {
        var owed = listed.Obligation;
        return
        [
            owed.Case.CaseRef,
            owed.Case.Team,
            owed.Rule.Title,
            IsoDate.Format(owed.DueOn),
            Status(listed),
            found.Staff.Find(owed.OwedById) is { } member
                ? $"{member.Name} ({member.StaffId})"
                : owed.OwedById,
        ];
    }

    private static string Status(ListedObligation listed) =>
        listed switch
        {
            { Resting.Until: var until } =>
                $"{WordsOf(listed.Obligation.Status)}, acknowledged until {IsoDate.Format(until)}",
            { Obligation: { Status: ObligationStatus.Overdue, WorkingDaysOverdue: var late } } =>
                $"{Words.Count(late, "working day")} overdue",
            { Obligation: { MetOn: { } met, Status: var status } } =>
                $"{WordsOf(status)}, {IsoDate.Format(met)}",
            _ => WordsOf(listed.Obligation.Status),
        };

    private static string WordsOf(ObligationStatus status) =>
        Codes<ObligationStatus>.Of(status).Replace('_', ' ');
}
