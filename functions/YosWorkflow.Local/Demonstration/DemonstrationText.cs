using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Local.Output;

namespace YosWorkflow.Local.Demonstration;

/// <summary>Says where the demonstration is, and what to look at.</summary>
internal static class DemonstrationText
{
    /// <summary>Writes it.</summary>
    public static void Write(DemonstrationShown shown, string address, TextWriter output)
    {
        var day = PlainDate.WithWeekday(shown.Day);
        var people = shown.Report.Told.Select(told => told.PersonId).Distinct(StringComparer.Ordinal).Count();
        var emails = shown.Report.Told.Count(told => told.Channel == Channel.Email);
        output.WriteLine(
            $"""

            The demonstration is ready: {address}

              {Words.Count(
                shown.Staff.Members.Length,
                "member of staff",
                "members of staff"
            )} in {shown.Open.Teams.Length} teams, made up as of {PlainDate.WithWeekday(
                shown.FirstMorning
            )}; none of them exists.
              As of {day}: {Words.Number(
                shown.Count(ObligationStatus.Overdue)
            )} obligations overdue, {Words.Number(
                shown.Count(ObligationStatus.DueToday)
            )} due that day, {Words.Number(shown.Count(ObligationStatus.Upcoming))} upcoming.
              The chase of that morning told {Words.Count(people, "person", "people")} in {Words.Count(
                emails,
                "email"
            )} and {Words.Count(shown.Report.Told.Length - emails, "Teams notification")}.

            What to look at:
              {address}/
                  how the teams stand
              {address}/sent
                  every email and Teams notification as it would have arrived; none has left this machine
              {address}/chases/{IsoDate.Format(shown.Day)}
                  who was told what that morning{(shown.Report.NotTold.IsEmpty ? "" : ", and who was not, and why")}
            """
        );
        foreach (var (person, told) in Examples(shown))
        {
            output.WriteLine($"  {address}/my-day?for={Uri.EscapeDataString(person.StaffId)}");
            output.WriteLine(
                $"      the day of {person.Name}, {RoleOf(person)}, who was told of {Words.Count(told, "obligation")}"
            );
        }

        output.WriteLine();
        output.WriteLine(
            "Ctrl-C ends it. Everything is kept in .local: started again, it goes on; --fresh begins anew."
        );
        output.Flush();
    }

    // Of each role, whoever was told of most.
    private static IEnumerable<(StaffMember Person, int Told)> Examples(DemonstrationShown shown) =>
        shown
            .Report.Told.Where(told => told.Channel == Channel.Email)
            .Select(told => (Person: shown.Staff.Find(told.PersonId), Told: told.Items.Length))
            .Where(one =>
                one.Person
                    is {
                        Role: StaffRole.CaseManager or StaffRole.PracticeSupervisor or StaffRole.TeamManager
                    }
            )
            .Select(one => (one.Person!, one.Told))
            .GroupBy(one => one.Item1.Role)
            .Select(role => role.MaxBy(one => one.Told))
            .OrderBy(one => one.Item1.Role);

    private static string RoleOf(StaffMember member) =>
        Codes<StaffRole>.Of(member.Role).Replace('_', ' ') + (member.Team is { } team ? $" in {team}" : "");
}
