using System.Text;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>Small files for the tests, and what becomes of them where nothing is known yet.</summary>
internal static class Csv
{
    public const string StaffHeader = "staff_id,name,email,role,team,line_manager_id";
    public const string CasesHeader = "case_ref,team,case_manager_id,order_type,order_made_on";
    public const string MilestonesHeader = "case_ref,milestone,completed_on,recorded_by_id";

    /// <summary>A caseload without a fault: two people, two cases, two milestones.</summary>
    public static string Staff { get; } =
        Lines(
            StaffHeader,
            "PS1,Sam Ward,ps1@yos.example,practice_supervisor,East,",
            "CM1,Zoë Lowe,cm1@yos.example,case_manager,East,PS1"
        );

    public static string Cases { get; } =
        Lines(CasesHeader, "K1,East,CM1,yro,2011-04-14", "K2,West,CM1,dto,2011-05-03");

    public static string Milestones { get; } =
        Lines(MilestonesHeader, "K1,asset_start,2011-04-20,CM1", "K2,custody_planning,2011-05-10,CM1");

    public static string Lines(params string[] lines) => string.Join("\r\n", lines) + "\r\n";

    public static ImportFiles Files(string? staff = null, string? cases = null, string? milestones = null) =>
        Files(Utf8(staff), Utf8(cases), Utf8(milestones));

    public static ImportFiles Files(byte[]? staff, byte[]? cases, byte[]? milestones) =>
        new(Of(staff), Of(cases), Of(milestones));

    /// <summary>What the files say, and what would be written where nothing is known yet.</summary>
    public static async Task<(ReadCaseload Read, ImportPlan Plan)> ReadAsync(ImportFiles files)
    {
        var contents = await FileContents.ReadAsync(files, null, TestContext.Current.CancellationToken);
        var read = contents.Parse();
        return (read, ImportPlan.Of(read, Nothing));
    }

    /// <summary>A problem in one line.</summary>
    public static string Text(ImportProblem problem)
    {
        var place = string.Join(
            ' ',
            new object?[] { problem.File, problem.Line, problem.Column }.OfType<object>()
        );
        var value = problem.Value is null ? "" : problem.Value + " ";
        return $"{place}: {value}{problem.Reason}";
    }

    public static StoredCaseload Nothing { get; } =
        new(
            new Dictionary<string, StoredMember>(),
            new Dictionary<string, StoredTeam>(),
            new Dictionary<string, YosWorkflow.Services.Storage.StoredCase>(),
            new Dictionary<string, YosWorkflow.Services.Storage.UnplacedMilestones>()
        );

    private static ImportFile? Of(byte[]? content) => content is null ? null : ImportFile.Of(content);

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
