using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Import;

public sealed class TeamHoldersTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Kent2011_EveryTeamKnowsExactlyWhoHoldsItsCases()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        await RunAsync(
            storage,
            new ImportFiles(
                ImportFile.At(Kent2011.StaffPath),
                ImportFile.At(Kent2011.CasesPath),
                ImportFile.At(Kent2011.MilestonesPath)
            )
        );

        var people = await PeopleAsync(storage);
        Assert.Equal(
            Kent2011
                .Cases.GroupBy(one => one.Team, one => one.CaseManagerId)
                .ToDictionary(
                    team => team.Key,
                    team => team.Distinct().Order(StringComparer.Ordinal).ToArray()
                ),
            people.Teams.ToDictionary(team => team.Name, team => team.HeldBy!.Value.ToArray())
        );
        Assert.Equal(Kent2011.Staff.Members.AsEnumerable(), people.Staff.Members);
        Assert.NotNull(people.ImportedAt);
    }

    [Fact]
    public async Task Run_ACaseThatChangesTeamAndHolder_IsLookedForInBothTeamsByBoth()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases));
        var before = await PeopleAsync(storage);

        await RunAsync(
            storage,
            Csv.Files(cases: Csv.Cases.Replace("K2,West,CM1", "K2,East,PS1", StringComparison.Ordinal))
        );

        var after = await PeopleAsync(storage);
        var moved = Assert.Single(await Stored.CasesAsync(storage), one => one.CaseRef == "K2");
        Assert.Contains(moved.CaseManagerId, HoldersOf(after, moved.Team));
        Assert.All(
            before.Teams,
            team => Assert.Subset(HoldersOf(after, team.Name), HoldersOf(before, team.Name))
        );
    }

    [Fact]
    public async Task Run_ATeamWhoseHoldersWereNeverNoted_KnowsThemFromThenOn()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(
            storage,
            Staff.None,
            [
                new Case
                {
                    CaseRef = "OLD",
                    Team = "East",
                    CaseManagerId = "CM9",
                    OrderType = OrderType.Yro,
                    OrderMadeOn = new DateOnly(2011, 7, 1),
                },
            ],
            Stop,
            noteHolders: false
        );
        var unnoted = Assert.Single((await PeopleAsync(storage)).Teams);

        await RunAsync(storage, Csv.Files(Csv.Staff, Csv.Cases));

        Assert.Null(unnoted.HeldBy);
        Assert.True(unnoted.MayBeHeldBy(_ => false));
        Assert.Contains("CM9", HoldersOf(await PeopleAsync(storage), "East"));
    }

    [Fact]
    public async Task Run_StaffAlone_SaysNothingOfWhenCasesCame()
    {
        var storage = await azurite.NewStorageAsync(Stop);

        await RunAsync(storage, Csv.Files(Csv.Staff));

        Assert.Null((await PeopleAsync(storage)).ImportedAt);
    }

    private static HashSet<string> HoldersOf(PeopleOfService people, string team) =>
        [.. people.Teams.Single(one => one.Name == team).HeldBy!.Value];

    private static Task<PeopleOfService> PeopleAsync(TableStorage storage) =>
        new CaseloadTable(storage).ReadPeopleAsync(Stop);

    private static Task<ImportReport> RunAsync(TableStorage storage, ImportFiles files) =>
        new CaseloadImport(storage, TimeProvider.System).RunAsync(files, progress: null, Stop);
}
