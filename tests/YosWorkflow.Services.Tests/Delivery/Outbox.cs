using System.Collections.Immutable;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>An outbox in tables of its own, with a clock, a staff list and providers that do as they are told.</summary>
internal sealed class Outbox
{
    public static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    private readonly AzuriteFixture azurite;
    private readonly string prefix;

    private Outbox(AzuriteFixture azurite, string prefix)
    {
        (this.azurite, this.prefix) = (azurite, prefix);
        Storage = azurite.Storage(prefix);
        Digests = new DigestTable(Storage);
    }

    public TableStorage Storage { get; }

    public DigestTable Digests { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public FakeEmails Emails { get; } = new();

    public FakeTeams Teams { get; } = new();

    public FakeOwed Owed { get; } = new();

    /// <summary>Whether delivery events come.</summary>
    public bool ExpectsEvents { get; set; }

    /// <summary>What sends emails, if not <see cref="Emails"/>.</summary>
    public IEmailSender? RealEmails { get; set; }

    /// <summary>What notifies in Teams, if not <see cref="Teams"/>.</summary>
    public ITeamsSender? RealTeams { get; set; }

    public Staff Staff { get; set; } =
        new([
            Person("CM001"),
            Person("CM002"),
            Person("PS001") with
            {
                Role = StaffRole.PracticeSupervisor,
            },
            Person("AD001") with
            {
                Role = StaffRole.Administrator,
            },
        ]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Outbox> NewAsync(AzuriteFixture azurite)
    {
        var outbox = new Outbox(azurite, azurite.NewPrefix());
        await outbox.Storage.EnsureTablesAsync(Cancelled);
        return outbox;
    }

    public static StaffMember Person(string staffId) =>
        new(
            staffId,
            $"Name of {staffId}",
            $"{staffId}@yos.example",
            $"entra-{staffId}",
            StaffRole.CaseManager,
            "North",
            null,
            Active: true,
            null,
            CanAudit: false
        );

    public static NoticeItem Item(string caseRef, string ruleId = "initial-plan") =>
        new(
            caseRef,
            ruleId,
            Day.AddDays(-30),
            Day.AddDays(-5),
            ChaseStep.Overdue,
            3,
            "CM001",
            HighRisk: false
        );

    public static DigestKey Email(string personId = "CM001") => new(Day, personId, Channel.Email);

    public static DigestKey InTeams(string personId = "CM001") => new(Day, personId, Channel.Teams);

    /// <summary>A sender as another process would have it: with its own connection, into which faults may be put.</summary>
    public SendDigests Sender(Action<TableClientOptions>? faults = null, Wording? wording = null) =>
        Sender(Connect(faults), wording);

    /// <summary>The tables as another process would open them.</summary>
    public TableStorage Connect(Action<TableClientOptions>? faults = null) => azurite.Storage(prefix, faults);

    public SendDigests Sender(TableStorage storage, Wording? wording = null) =>
        new(
            new DigestTable(storage),
            new DigestTries(
                new DigestLetters(
                    new LetterHead("Kent YOS", "https://yos.example"),
                    [],
                    wording ?? new Wording(WordEmail, WordTeams)
                ),
                RealEmails ?? Emails,
                RealTeams ?? Teams,
                NullLogger<DigestTries>.Instance
            ),
            Owed,
            new TellLater(new ChasingTable(storage)),
            new DeliverySettings
            {
                Mode = DeliveryMode.Capture,
                SendGridWebhookPublicKey = ExpectsEvents ? "a key" : null,
            },
            Clock,
            NullLogger<SendDigests>.Instance
        );

    public Task<IReadOnlyList<StoredDigest>> InsertAsync(params IEnumerable<DigestKey> keys) =>
        InsertAsync(keys.Select(key => Digest(key, Item($"K-{key.PersonId}-{key.Channel}"))));

    public Task<IReadOnlyList<StoredDigest>> InsertAsync(IEnumerable<StoredDigest> digests) =>
        Digests.InsertNewAsync([.. digests], Cancelled);

    public StoredDigest Digest(DigestKey key, params ImmutableArray<NoticeItem> items) =>
        new()
        {
            Key = key,
            Items = items,
            CreatedAt = Clock.GetUtcNow(),
            ChangedAt = Clock.GetUtcNow(),
        };

    public Task<IReadOnlyList<DigestResult>> SendAsync(params IReadOnlyCollection<DigestKey> keys) =>
        Sender().ExecuteAsync(keys, Staff, Cancelled);

    /// <summary>Sends what is left over, and gives what came of it.</summary>
    public async Task<IReadOnlyList<DigestResult>> SweepAsync()
    {
        var sender = Sender();
        return await sender.ExecuteAsync(
            await sender.LeftOverAsync(Day.AddDays(3), Cancelled),
            Staff,
            Cancelled
        );
    }

    public async Task<StoredDigest> FindAsync(DigestKey key)
    {
        var found = await Digests.FindAsync(key, Cancelled);
        Assert.NotNull(found);
        return found;
    }

    public async Task<DigestState> StateOfAsync(DigestKey key) => (await FindAsync(key)).State;

    // The items' cases, so that a test sees what was told.
    private static EmailMessage WordEmail(DigestLetter letter) =>
        new("Digest", string.Join(",", letter.Items.Select(item => item.CaseRef)), "<p></p>");

    private static TeamsMessage WordTeams(DigestLetter letter) =>
        new(string.Join(",", letter.Items.Select(item => item.CaseRef)), "https://yos.example");
}
