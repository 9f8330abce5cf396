using System.Globalization;
using System.Text;
using YosWorkflow.Core;
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
using YosWorkflow.Web.Pages.Sent;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>
/// A site for a service ten times as large as kent-2011, half of it in teams five times as large: a morning's chase, a hundred parked
/// messages, an import with thousands of wrong rows, and every message in the capture server.
/// </summary>
public sealed class GrownSite(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>A team five times as large as its original.</summary>
    public const string LargeTeam = "East Kent-large";

    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly RoundId Round = new("golden-thread", new DateOnly(2011, 9, 1));

    private TestSite? site;
    private string audited = "";

    internal TestSite Site => site ?? throw new InvalidOperationException("The site has not been started.");

    /// <summary>Of whom there is more than of anybody else: who manages the large team.</summary>
    public string Manager { get; private set; } = "";

    /// <summary>Which import has the wrong rows, and which files are staged.</summary>
    public string Import { get; private set; } = "";

    /// <summary>Something overdue in the large team.</summary>
    public NoticeItem Overdue { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var storage = await azurite.NewStorageAsync(Stop);
        var (staff, cases) = GrownService.Of(10 * Kent2011.Cases.Length);
        staff = new Staff(staff.Members.Select(member => member with { Team = Merged(member.Team) }));
        await SeededCaseload.WriteAsync(
            storage,
            staff,
            cases.Select(one => one with { Team = Merged(one.Team)! }),
            Stop
        );
        site = await TestSite.StartAsync(storage, Seed.Today, Stop);
        Manager = staff.Members.First(one => one is { Role: StaffRole.TeamManager, Team: LargeTeam }).StaffId;
        await ChaseAsync(staff);
        await ImportAsync();
        await AcknowledgeAsync();
        await DrawAsync();
    }

    /// <summary>The address of a page, for who or what there is most of.</summary>
    internal string AddressOf(string template, string query) =>
        $"{template}?{query}"
            .Replace("{manager}", Manager, StringComparison.Ordinal)
            .Replace("{team}", Uri.EscapeDataString(LargeTeam), StringComparison.Ordinal)
            .Replace(
                "{caseRef}",
                template.StartsWith("/audits", StringComparison.Ordinal) ? audited : Overdue.CaseRef,
                StringComparison.Ordinal
            )
            .Replace("{programme}", Round.ProgrammeId, StringComparison.Ordinal)
            .Replace("{month}", IsoMonth.Format(Round.Month), StringComparison.Ordinal)
            .Replace("{report}", "compliance", StringComparison.Ordinal)
            .Replace("{ruleId}", Overdue.RuleId, StringComparison.Ordinal)
            .Replace("{date}", IsoDate.Format(Seed.Today), StringComparison.Ordinal)
            .Replace("{personId}", Manager, StringComparison.Ordinal)
            .Replace("{channel}", "email", StringComparison.Ordinal)
            .Replace("{id}", Import, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static string? Merged(string? team) =>
        team is [.. var name, '-', >= '5' and <= '9'] ? $"{name}-large" : team;

    // One team for real, so that there is something told on each of its cases; of the other teams as many digests as there are people.
    private async Task ChaseAsync(Staff staff)
    {
        await Site.Service<OpenChase>().ExecuteAsync(Seed.Today, Stop);
        await Site.Service<ChaseTeam>().ExecuteAsync(LargeTeam, staff, Seed.Today, dryRun: false, Stop);
        await Site.Service<ComposeDigests>().ExecuteAsync(Seed.Today, staff, Stop);
        await Site.Service<CloseChase>().ExecuteAsync(Seed.Today, 10, [], [], 0, Stop);
        var table = Site.Service<DigestTable>();
        var composed = await table.ReadDayAsync(Seed.Today, Stop);
        var longest = composed.MaxBy(digest => digest.Items.Length)!;
        Overdue = longest.Items.First(item => item.WorkingDaysOverdue > 0);
        await table.InsertNewAsync(
            [
                .. staff.Members.Select(member =>
                    longest with
                    {
                        Key = new DigestKey(Seed.Today, member.StaffId, Channel.Email),
                        Items = [.. longest.Items.Take(60)],
                        ETag = default,
                    }
                ),
            ],
            Stop
        );
        var digests = await table.ReadDayAsync(Seed.Today, Stop);
        await Site.Service<DigestTable>()
            .TryUpdateAsync(
                [
                    .. digests
                        .Take(100)
                        .Select(digest =>
                            digest with
                            {
                                State = DigestState.Parked,
                                Reason = "The address bounced: 550 5.1.1 mailbox unavailable.",
                            }
                        ),
                ],
                Stop
            );
        Site.Captured.AddRange(digests.Select(digest => Captured(digest, staff)));
    }

    private CapturedMessage Captured(StoredDigest digest, Staff staff)
    {
        var person = staff.Find(digest.Key.PersonId);
        var email = Site.Service<DigestLetters>().Email(digest, staff);
        return new CapturedMessage(
            Channel.Email,
            new DateTimeOffset(digest.Key.Day, new TimeOnly(6, 0), TimeSpan.Zero),
            $"{digest.Key.PersonId}@yos.example",
            person?.Name + " " + digest.Key.PersonId,
            email.Subject,
            email.Text,
            email.Html,
            null
        );
    }

    private async Task ImportAsync()
    {
        var rows = new StringBuilder("case_ref,milestone,completed_on\r\n");
        for (var row = 0; row < 4_000; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"K{row:D5}-0,no_such_milestone_{row},2011-09-01\r\n");
        }

        var files = new ImportFiles(Milestones: ImportFile.Of(Encoding.UTF8.GetBytes(rows.ToString())));
        await new CaseloadImport(Site.Storage, TimeProvider.System).RunAsync(files, progress: null, Stop);
        var run = Assert.Single(await Site.Service<ImportRunTable>().ReadAllAsync(Stop));
        Import = run.Id;
        await Site.Service<StagedImport>().StageAsync(files, Stop);
    }

    private async Task DrawAsync()
    {
        var request = new SampleRequest(Round, Seed.Today) { Size = SampleSize.Of(300), Seed = "grown" };
        await Site.Service<SampleRound>().ExecuteAsync(request, dryRun: false, Stop);
        var round = await Site.Service<AuditTable>().ReadAsync(Round, Stop);
        audited = round!.Standing.Cases[0].Case.CaseRef;
    }

    private async Task AcknowledgeAsync()
    {
        var cases = Site.Service<CaseloadTable>();
        var team = (await cases.FindCaseAsync(Overdue.CaseRef, Stop))!.Team;
        for (var number = 0; number < 60; number++)
        {
            await Site.Service<ChasingTable>()
                .AddAcknowledgementAsync(
                    team,
                    new Acknowledgement(
                        Overdue.CaseRef,
                        Overdue.RuleId,
                        Overdue.ClockStarted,
                        "",
                        new DateTimeOffset(2011, 9, 1, 9, number, 0, TimeSpan.Zero),
                        string.Concat(Enumerable.Repeat("The report of another service has not come. ", 20)),
                        new DateOnly(2011, 9, 20)
                    ),
                    Stop
                );
        }
    }
}

[CollectionDefinition(nameof(GrownSite))]
public sealed class SharedGrownSite : ICollectionFixture<GrownSite>;
