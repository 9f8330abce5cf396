using System.Text;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>The people and cases of access.txt. On every case the initial assessment is overdue.</summary>
internal static class AccessCaseload
{
    /// <summary>The rule under which something is overdue on every case.</summary>
    public const string RuleId = "asset-start";

    private const string People = """
        CM1,case_manager,North,PS1,Y,,N
        CM3,case_manager,North,PS2,Y,,Y
        CM4,case_manager,South,PS4,Y,,Y
        GONE,case_manager,South,PS4,N,CM4,N
        SEC,case_manager,East,TM1,Y,,N
        PS1,practice_supervisor,North,TM1,Y,,N
        PS2,practice_supervisor,North,TM1,Y,,N
        PS4,practice_supervisor,South,TM4,Y,,N
        TM1,team_manager,North,HOS,Y,,N
        TM4,team_manager,South,HOS,Y,,N
        EPM,effective_practice_manager,,HOS,Y,,N
        HOS,head_of_service,,,Y,,N
        ADM,administrator,,HOS,Y,,N
        """;

    private const string Cases = """
        case_ref,team,case_manager_id,order_type,order_made_on,rosh_level
        K-OWN,North,CM1,yro,2011-08-01,high
        K-MATE,North,CM3,yro,2011-08-01,
        K-OTHER,South,CM4,yro,2011-08-01,
        K-GONE,South,GONE,yro,2011-08-01,high
        """;

    /// <summary>The staff list as a file.</summary>
    public static string StaffFile { get; } =
        "staff_id,role,team,line_manager_id,active,covered_by_id,can_audit,name,email,entra_id\n"
        + string.Join('\n', People.Split('\n').Select(WithAddresses));

    /// <summary>Of whom something is, by how access.txt calls it: the case, its manager, their team, and who oversees it.</summary>
    public static IReadOnlyDictionary<string, Owned> Owned { get; } =
        new Dictionary<string, Owned>(StringComparer.Ordinal)
        {
            ["own"] = new("K-OWN", "CM1", "North", "PS1", "CM4"),
            ["mate"] = new("K-MATE", "CM3", "North", "PS2", "CM4"),
            ["other"] = new("K-OTHER", "CM4", "South", "PS4", "CM3"),
            ["gone"] = new("K-GONE", "GONE", "South", "PS4", "CM3"),
            ["-"] = new("K-OWN", "CM1", "North", "PS1", "CM4"),
        };

    /// <summary>Somebody's Entra object id; that of nobody on the list for any other name.</summary>
    public static string EntraIdOf(string staffId) =>
        new Guid([.. Encoding.ASCII.GetBytes(staffId.PadRight(16, '.'))]).ToString();

    public static async Task SeedAsync(TableStorage storage, CancellationToken stop, string? staffFile = null)
    {
        var report = await new CaseloadImport(storage, TimeProvider.System).RunAsync(
            new ImportFiles(
                ImportFile.Of(Encoding.UTF8.GetBytes(staffFile ?? StaffFile)),
                ImportFile.Of(Encoding.UTF8.GetBytes(Cases))
            ),
            progress: null,
            stop
        );
        Assert.Empty(report.Problems);
    }

    /// <summary>Lets one of them audit, who could not before.</summary>
    public static async Task LetAuditAsync(TableStorage storage, string staffId, CancellationToken stop)
    {
        var file = string.Join(
            '\n',
            StaffFile
                .Split('\n')
                .Select(
                    (line, at) =>
                        at == 0 || line.StartsWith($"{staffId},", StringComparison.Ordinal)
                            ? line.Replace(",N,", ",Y,", StringComparison.Ordinal)
                            : ""
                )
        );
        await new CaseloadImport(storage, TimeProvider.System).RunAsync(
            new ImportFiles(ImportFile.Of(Encoding.UTF8.GetBytes(file))),
            progress: null,
            stop
        );
    }

    private static string WithAddresses(string row)
    {
        var id = row.Trim().Split(',')[0];
        return $"{row.Trim()},Person {id},{id}@yos.example,{EntraIdOf(id)}";
    }
}

/// <summary>A case and whose it is.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="ManagerId">Its case manager.</param>
/// <param name="Team">Its team.</param>
/// <param name="OverseerId">Its practice supervisor.</param>
/// <param name="ReaderId">Who audits it.</param>
internal sealed record Owned(
    string CaseRef,
    string ManagerId,
    string Team,
    string OverseerId,
    string ReaderId
);
