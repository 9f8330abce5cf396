using System.Text;
using Microsoft.Playwright;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Pages.Sent;
using YosWorkflow.Web.Tests;

namespace YosWorkflow.Browser.Tests;

/// <summary>One browser, and one site with the kent-2011 caseload, a chase and a parked message, for all tests.</summary>
public sealed class KentInChromium(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>Where Debian puts its Chromium.</summary>
    public const string ChromiumPath = "/usr/bin/chromium";

    /// <summary>Why there is nothing to see, or null.</summary>
    public static string? WhyNot { get; } =
        File.Exists(ChromiumPath) ? null : $"There is no Chromium at {ChromiumPath}.";

    private TestSite? site;
    private ReturnsInKent? returns;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string staged = "";
    private string imported = "";
    private string overdue = "";

    /// <summary>The address of the site.</summary>
    public Uri Address => site!.Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
        {
            return;
        }

        var storage = await azurite.NewStorageAsync(CancellationToken.None);
        await Seed.KentAsync(storage, CancellationToken.None);
        site = await TestSite.StartAsync(storage, Seed.Today, CancellationToken.None);
        await site.Service<DigestTable>().InsertNewAsync([.. ParkedMessages()], CancellationToken.None);
        await ChaseAsync(site);
        await ImportAsync(site);
        await CaptureAsync(site);
        returns = await ReturnsInKent.SeedAsync(site);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = ChromiumPath,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>The address that a test calls so, with the cases of <see cref="ReturnsInKent"/> and what else only the site knows by their names.</summary>
    public string AddressOf(string text) =>
        returns!
            .AddressOf(text)
            .Replace("{staged}", staged, StringComparison.Ordinal)
            .Replace("{import}", imported, StringComparison.Ordinal)
            .Replace("{overdue}", overdue, StringComparison.Ordinal);

    /// <summary>
    /// A window of its own, of a width in pixels, in which somebody is signed in, such as the <c>reader of</c> a case; nobody for null.
    /// </summary>
    public async Task<IPage> OpenAsync(string? staffId, int width, bool withScript = true)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = Address.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = withScript,
            }
        );
        context.SetDefaultTimeout(90_000);
        if (staffId is not null)
        {
            var cookie = (await site!.SignInAsync(returns!.StaffOf(staffId), CancellationToken.None)).Split(
                '=',
                2
            );
            await context.AddCookiesAsync([
                new()
                {
                    Name = cookie[0],
                    Value = cookie[1],
                    Url = Address.ToString(),
                },
            ]);
        }

        return await context.NewPageAsync();
    }

    // As if they had been sent: the emails of a few to the capture server.
    private async Task CaptureAsync(TestSite site)
    {
        foreach (var staffId in new[] { "CM004", "TM01", "PS01" })
        {
            var digest = await site.Service<DigestTable>()
                .FindAsync(new DigestKey(Seed.Today, staffId, Channel.Email), CancellationToken.None);
            var email = site.Service<DigestLetters>().Email(digest!, Kent2011.Staff);
            site.Captured.Add(
                new CapturedMessage(
                    Channel.Email,
                    new DateTimeOffset(Seed.Today, new TimeOnly(6, 5), TimeSpan.Zero),
                    Kent2011.Staff.Find(staffId)!.Email,
                    null,
                    email.Subject,
                    email.Text,
                    await EmailAsync(staffId),
                    null
                )
            );
        }
    }

    /// <summary>The email that the day's chase composed for somebody, its links leading to this site.</summary>
    public async Task<string> EmailAsync(string staffId)
    {
        var digest = await site!
            .Service<DigestTable>()
            .FindAsync(new DigestKey(Seed.Today, staffId, Channel.Email), CancellationToken.None);
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(CancellationToken.None);
        var html = site.Service<DigestLetters>().Email(digest!, staff).Html;
        return html.Replace(
            site.Service<LetterHead>().PublicUrl.TrimEnd('/') + "/",
            Address.ToString(),
            StringComparison.Ordinal
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }

    // Files of which a row is wrong: some that were imported, and some that wait to be.
    private async Task ImportAsync(TestSite site)
    {
        var stop = CancellationToken.None;
        imported = await FilesAsync("wizard");
        await site.Service<StagedImport>().PlanAsync(imported, Guid.Empty, stop);
        await site.Service<StagedImport>().FinishAsync(imported, 0, stop);
        staged = await FilesAsync("magician");
        var open = await site.Service<ListObligations>()
            .ExecuteAsync(
                Seed.Today,
                new()
                {
                    SeenBy = Viewer.Of(Kent2011.Staff.Find("PS01")!, Kent2011.Staff),
                    Statuses = [ObligationStatus.Overdue],
                },
                stop
            );
        overdue =
            $"{open.Obligations[^1].Obligation.Case.CaseRef}/{open.Obligations[^1].Obligation.Rule.RuleId}";

        async Task<string> FilesAsync(string role)
        {
            var row = $"staff_id,name,email,role\nNEW9,Nia Bell,nia@yos.example,{role}\n";
            var files = new ImportFiles(Staff: ImportFile.Of(Encoding.UTF8.GetBytes(row)));
            return (await site.Service<StagedImport>().StageAsync(files, stop)).Id!;
        }
    }

    // A morning's chase up to what it would send.
    private static async Task ChaseAsync(TestSite site)
    {
        var stop = CancellationToken.None;
        var plan = await site.Service<OpenChase>().ExecuteAsync(Seed.Today, stop);
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(stop);
        foreach (var team in plan.Teams)
        {
            await site.Service<ChaseTeam>().ExecuteAsync(team, staff, Seed.Today, dryRun: false, stop);
        }

        await site.Service<ComposeDigests>().ExecuteAsync(Seed.Today, staff, stop);
        await site.Service<CloseChase>().ExecuteAsync(Seed.Today, Kent2011.Cases.Length, [], [], 0, stop);
    }

    private static IEnumerable<StoredDigest> ParkedMessages()
    {
        var item = new NoticeItem(
            "K1",
            "initial-plan",
            new DateOnly(2011, 8, 1),
            new DateOnly(2011, 8, 22),
            ChaseStep.Escalated,
            30,
            "CM001",
            HighRisk: false
        );
        foreach (var person in new[] { "CM001", "CM002" })
        {
            yield return new StoredDigest
            {
                Key = new DigestKey(Seed.Today, person, Channel.Email),
                Items = [item with { OwedById = person }],
                State = DigestState.Parked,
                Reason = "The address bounced: 550 5.1.1 mailbox unavailable.",
            };
        }
    }
}

[CollectionDefinition(nameof(KentInChromium))]
public sealed class SharedKentInChromium : ICollectionFixture<KentInChromium>;
