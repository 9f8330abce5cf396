using System.Globalization;
using System.Text;

namespace YosWorkflow.Local.Tests;

/// <summary>
/// A caseload as small as a chase needs to have something for everyone: two teams with a manager, a supervisor and three case
/// managers each, and orders of 1 August 2011 on which nothing was done, as of Tuesday 4 October 2011.
/// </summary>
internal static class SmallCaseload
{
    public const string AsOf = "2011-10-04";

    public static async Task ImportAsync(WorkDirectory directory)
    {
        var (staff, cases) = Write(directory);
        (await Verb.RunHereAsync(directory, ["import", "--staff", staff, "--cases", cases])).AssertDone();
    }

    public static (string Staff, string Cases) Write(WorkDirectory directory)
    {
        var staff = new StringBuilder("staff_id,name,email,entra_id,role,team,line_manager_id\n");
        var cases = new StringBuilder("case_ref,team,case_manager_id,order_type,order_made_on\n");
        staff.Append(
            "HOS1,Hana Oduya,hos1@yos.example,00000000-0000-4000-8000-000000000001,head_of_service,,\n"
        );
        staff.Append(
            "ADM1,Ade Moss,adm1@yos.example,00000000-0000-4000-8000-000000000002,administrator,,HOS1\n"
        );
        foreach (var team in (int[])[1, 2])
        {
            var name = team == 1 ? "North" : "South";
            Add($"TM{team},Tess Manning,tm{team}@yos.example,{Entra(team)}1,team_manager,{name},HOS1\n");
            Add(
                $"PS{team},Pat Somers,ps{team}@yos.example,{Entra(team)}2,practice_supervisor,{name},TM{team}\n"
            );
            foreach (var one in (int[])[1, 2, 3])
            {
                Add(
                    $"CM{team}{one},Cam Moor,cm{team}{one}@yos.example,{Entra(team)}{one + 2},case_manager,{name},PS{team}\n"
                );
                cases.Append(
                    CultureInfo.InvariantCulture,
                    $"K{team}{one},{name},CM{team}{one},yro,2011-08-01\n"
                );
            }
        }

        return (
            directory.Write("staff.csv", staff.ToString()),
            directory.Write("cases.csv", cases.ToString())
        );

        void Add(FormattableString line) => staff.Append(FormattableString.Invariant(line));
    }

    private static string Entra(int team) =>
        "00000000-0000-4000-8000-0000000000" + team.ToString(CultureInfo.InvariantCulture);
}
