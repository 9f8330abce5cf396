using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Storage;

public sealed class CaseloadTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadTeam_Kent2011_IsAsInTheFilesForTwoTransactionsATeam()
    {
        var storage = await SeededAsync(Kent2011.Cases);
        var caseload = new CaseloadTable(storage);
        var before = storage.Transactions.Total;

        var read = new List<Case>();
        foreach (var team in await caseload.ReadTeamsAsync(Stop))
        {
            await foreach (var page in caseload.ReadTeamAsync(team, openOn: null, Stop))
            {
                Assert.Equal(page.OrderBy(one => one.CaseRef, StringComparer.Ordinal), page);
                read.AddRange(page);
            }
        }

        CaseAssert.Same(Kent2011.Cases, read);
        Assert.Equal(1 + 6, storage.Transactions.Total - before);
    }

    [Fact]
    public async Task ReadTeam_OpenOn_LeavesOutExactlyThoseWithNothingOpenFromThenOn()
    {
        var caseload = new CaseloadTable(await SeededAsync(Kent2011.Cases));

        var read = await ReadAsync(caseload, "East Kent", Kent2011.AsOf);

        CaseAssert.Same(
            Kent2011.Cases.Where(one => one.Team == "East Kent" && one.OpenThrough >= Kent2011.AsOf),
            read
        );
        Assert.NotEqual(read.Count, Kent2011.Cases.Count(one => one.Team == "East Kent"));
    }

    [Fact]
    public async Task ReadTeam_MoreThanAThousandCases_ReadsAllPages()
    {
        var cases = Enumerable
            .Range(0, 2_300)
            .Select(n => Kent2011.Cases[0] with { CaseRef = $"N{n:D5}", Team = "O'Hara & Söhne" })
            .ToArray();
        var caseload = new CaseloadTable(await SeededAsync(cases));

        Assert.Equal(
            cases.Select(one => one.CaseRef),
            (await ReadAsync(caseload, "O'Hara & Söhne", openOn: null)).Select(one => one.CaseRef)
        );
    }

    [Fact]
    public async Task ReadStaff_Kent2011_IsAsInTheFile()
    {
        var caseload = new CaseloadTable(await SeededAsync([]));

        Assert.Equal(Kent2011.Staff.Members.AsEnumerable(), (await caseload.ReadStaffAsync(Stop)).Members);
    }

    [Fact]
    public async Task FindCase_AnyTeam_FindsItAndNothingElse()
    {
        var caseload = new CaseloadTable(await SeededAsync(Kent2011.Cases));

        CaseAssert.Same(Kent2011.Cases[500], await caseload.FindCaseAsync(Kent2011.Cases[500].CaseRef, Stop));
        Assert.Null(await caseload.FindCaseAsync("K99999", Stop));
        Assert.Null(await caseload.FindCaseAsync("K/00001", Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SchemaVersion.Current + 1)]
    public async Task ReadTeam_EntityOfAnUnknownSchema_NamesIt(int schema)
    {
        var storage = await SeededAsync(Kent2011.Cases[..1]);
        var one = Kent2011.Cases[0];
        await storage
            .Table(TableName.Cases)
            .UpsertEntityAsync(
                new TableEntity(one.Team, one.CaseRef) { [SchemaVersion.Property] = schema },
                TableUpdateMode.Merge,
                Stop
            );

        var thrown = await Assert.ThrowsAsync<UnknownSchemaException>(() =>
            ReadAsync(new CaseloadTable(storage), one.Team, openOn: null)
        );

        Assert.Contains(one.CaseRef, thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<List<Case>> ReadAsync(CaseloadTable caseload, string team, DateOnly? openOn)
    {
        var read = new List<Case>();
        await foreach (var page in caseload.ReadTeamAsync(team, openOn, Stop))
        {
            read.AddRange(page);
        }

        return read;
    }

    private async Task<TableStorage> SeededAsync(IEnumerable<Case> cases)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(storage, Kent2011.Staff, cases, Stop);
        return storage;
    }
}
