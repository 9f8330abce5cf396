using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Import;

public sealed class CaseloadImportTests(AzuriteFixture azurite)
{
    private static readonly ImportFiles Kent = new(
        ImportFile.At(Kent2011.StaffPath),
        ImportFile.At(Kent2011.CasesPath),
        ImportFile.At(Kent2011.MilestonesPath)
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Kent2011Twice_AddsAllAndThenWritesNothing()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        var first = await new CaseloadImport(storage, new FakeTimeProvider()).RunAsync(Kent, null, Stop);
        var second = await new CaseloadImport(storage, new FakeTimeProvider()).RunAsync(Kent, null, Stop);

        Assert.Equal(
            new ImportCounts(new(57, 57, 0, 0, 0), new(1064, 1064, 0, 0, 0), new(6040, 6040, 0, 0, 0)),
            first.Files
        );
        Assert.Equal(
            new ImportCounts(new(57, 0, 0, 57, 0), new(1064, 0, 0, 1064, 0), new(6040, 0, 0, 6040, 0)),
            second.Files
        );
        Assert.Empty(first.Problems);
        Assert.Empty(second.Problems);
        TestContext.Current.SendDiagnosticMessage($"{first.Transactions} {second.Transactions}");
        Assert.Equal(Kent2011.Staff.Members.AsEnumerable(), (await ReadStaffAsync(storage)).Members);
        CaseAssert.Same(Kent2011.Cases, await ReadCasesAsync(storage));
    }

    private static Task<Staff> ReadStaffAsync(TableStorage storage) =>
        new CaseloadTable(storage).ReadStaffAsync(Stop);

    private static async Task<List<Case>> ReadCasesAsync(TableStorage storage)
    {
        var caseload = new CaseloadTable(storage);
        var cases = new List<Case>();
        foreach (var team in await caseload.ReadTeamsAsync(Stop))
        {
            await foreach (var page in caseload.ReadTeamAsync(team, null, Stop))
            {
                cases.AddRange(page);
            }
        }

        return cases;
    }
}
