using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests;

/// <summary>Caseloads to test with, brought in by the import.</summary>
internal static class Seed
{
    /// <summary>Two people and one case: a youth rehabilitation order of 1 August 2011 on which nothing was done.</summary>
    public const string SmallStaff = """
        staff_id,name,email,role,team,line_manager_id
        PS1,Ada Wright,ps1@yos.example,practice_supervisor,North,
        CM1,Ben <b>Shah</b>,cm1@yos.example,case_manager,North,PS1
        """;

    public const string SmallCases = """
        case_ref,team,case_manager_id,order_type,order_made_on
        K1,North,CM1,yro,2011-08-01
        """;

    public static DateOnly Today => Kent2011.AsOf;

    // Half past six in the morning, in summer time: before the chase.
    private static FakeTimeProvider Morning =>
        new(new DateTimeOffset(Today, new TimeOnly(5, 30), TimeSpan.Zero));

    public static Task KentAsync(TableStorage storage, CancellationToken stop) =>
        RunAsync(
            storage,
            new ImportFiles(
                ImportFile.At(Kent2011.StaffPath),
                ImportFile.At(Kent2011.CasesPath),
                ImportFile.At(Kent2011.MilestonesPath)
            ),
            stop
        );

    public static Task SmallAsync(TableStorage storage, CancellationToken stop) =>
        RunAsync(
            storage,
            new ImportFiles(
                ImportFile.Of(System.Text.Encoding.UTF8.GetBytes(SmallStaff)),
                ImportFile.Of(System.Text.Encoding.UTF8.GetBytes(SmallCases))
            ),
            stop
        );

    private static async Task RunAsync(TableStorage storage, ImportFiles files, CancellationToken stop)
    {
        var report = await new CaseloadImport(storage, Morning).RunAsync(files, progress: null, stop);
        Assert.Empty(report.Problems);
    }
}
