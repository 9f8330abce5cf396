using System.Globalization;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Benchmarks.Pages;

/// <summary>
/// A service of any size: kent-2011's cases over and over, in teams of a hundred up to 600 cases and of a thousand beyond, ten case managers
/// a team, with a supervisor and a manager; one team chased, and a digest of the morning for everybody.
/// </summary>
internal sealed class PageCaseload(int cases)
{
    private const int Managers = 10;

    private readonly int teams = Math.Max(6, cases / 1_000);

    /// <summary>The day.</summary>
    public static DateOnly Day => Kent2011.AsOf;

    /// <summary>The first team, which was chased.</summary>
    public static string Team => TeamOf(0);

    /// <summary>Everyone.</summary>
    public Staff Staff => new(Leaders.Concat(Enumerable.Range(0, teams).SelectMany(PeopleOf)));

    private static StaffMember[] Leaders =>
        [
            Person("HOS1", StaffRole.HeadOfService, null, null),
            Person("EPM1", StaffRole.EffectivePracticeManager, null, "HOS1"),
            Person("ADM1", StaffRole.Administrator, null, null),
        ];

    /// <summary>Writes it all, and gives what pages are to be opened of.</summary>
    public async Task<SeededPages> SeedAsync(
        TableStorage storage,
        Func<Type, object> service,
        CancellationToken stop
    )
    {
        await storage.EnsureTablesAsync(stop);
        await SeededCaseload.WriteAsync(storage, Staff, [], stop);
        foreach (var team in Enumerable.Range(0, cases).Select(CaseOf).GroupBy(one => one.Team))
        {
            await SeededCaseload.WriteAsync(storage, Staff.None, team, stop);
        }

        await ((OpenChase)service(typeof(OpenChase))).ExecuteAsync(Day, stop);
        await ((ChaseTeam)service(typeof(ChaseTeam))).ExecuteAsync(Team, Staff, Day, dryRun: false, stop);
        await ((ComposeDigests)service(typeof(ComposeDigests))).ExecuteAsync(Day, Staff, stop);
        await ((CloseChase)service(typeof(CloseChase))).ExecuteAsync(Day, cases, [], [], 0, stop);
        var digests = (DigestTable)service(typeof(DigestTable));
        var composed = await digests.ReadDayAsync(Day, stop);
        await digests.InsertNewAsync([.. Staff.Members.Select(member => Copy(composed[0], member))], stop);
        var import = await ImportAsync(storage, stop);
        var drawn = await DrawAsync(service, stop);
        return new SeededPages(import, drawn.CaseRef, drawn.Audit.ReaderId!);
    }

    private static async Task<SampledCase> DrawAsync(Func<Type, object> service, CancellationToken stop)
    {
        var round = new RoundId("golden-thread", new DateOnly(Day.Year, 9, 1));
        var request = new SampleRequest(round, Day) { Size = SampleSize.Of(20), Seed = "pages" };
        await ((SampleRound)service(typeof(SampleRound))).ExecuteAsync(request, dryRun: false, stop);
        var read = await ((AuditTable)service(typeof(AuditTable))).ReadAsync(round, stop);
        return read!.Standing.Cases.First(item => item.Case.Audit.ReaderId is not null).Case;
    }

    private static async Task<string> ImportAsync(TableStorage storage, CancellationToken stop)
    {
        var files = new ImportFiles(Staff: ImportFile.At(Kent2011.StaffPath));
        var staged = await new StagedImport(storage, TimeProvider.System).StageAsync(files, stop);
        await new ImportRunTable(storage).WriteAsync(
            new(staged.Id!, DateTimeOffset.UtcNow, new(ImportCounts.None, [], 0)),
            stop
        );
        return staged.Id!;
    }

    private static StoredDigest Copy(StoredDigest digest, StaffMember member) =>
        digest with
        {
            Key = new DigestKey(Day, member.StaffId, Channel.Email),
            Items = [.. digest.Items.Take(10)],
            State = DigestState.Created,
            ETag = default,
        };

    private Case CaseOf(int number)
    {
        var team = number * teams / cases;
        return Kent2011.Cases[number % Kent2011.Cases.Length] with
        {
            CaseRef = string.Create(CultureInfo.InvariantCulture, $"L{number:D6}"),
            Team = TeamOf(team),
            CaseManagerId = ManagerOf(team, number % Managers),
        };
    }

    private static IEnumerable<StaffMember> PeopleOf(int team)
    {
        var (supervisor, manager) = ($"PS-{Number(team)}", $"TM-{Number(team)}");
        yield return Person(manager, StaffRole.TeamManager, TeamOf(team), "HOS1");
        yield return Person(supervisor, StaffRole.PracticeSupervisor, TeamOf(team), manager);
        for (var one = 0; one < Managers; one++)
        {
            yield return Person(ManagerOf(team, one), StaffRole.CaseManager, TeamOf(team), supervisor);
        }
    }

    private static StaffMember Person(string id, StaffRole role, string? team, string? manager) =>
        new(
            id,
            $"Person {id}",
            $"{id.ToLowerInvariant()}@yos.example",
            null,
            role,
            team,
            manager,
            true,
            null,
            true
        );

    private static string ManagerOf(int team, int one) => $"CM-{Number(team)}-{one}";

    private static string TeamOf(int team) => "Team " + Number(team);

    private static string Number(int number) => number.ToString("D3", CultureInfo.InvariantCulture);
}

/// <summary>What pages are opened of.</summary>
/// <param name="Import">An import that has been done.</param>
/// <param name="CaseRef">A case that was drawn for audit.</param>
/// <param name="Reader">Who audits it.</param>
internal sealed record SeededPages(string Import, string CaseRef, string Reader)
{
    /// <summary>A text in which these stand in the place of their names.</summary>
    public string In(string text) =>
        text.Replace("{import}", Import, StringComparison.Ordinal)
            .Replace("{caseRef}", CaseRef, StringComparison.Ordinal)
            .Replace("{reader}", Reader, StringComparison.Ordinal);
}
