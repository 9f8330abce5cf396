using System.Net;
using System.Text;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>From what Graph answers to what the page of deliveries says of whom, through the real client and the outbox.</summary>
public sealed class ReachTests(AzuriteFixture azurite)
{
    private const string Staff = """
        staff_id,name,email,entra_id,role,team
        PS1,Ada Wright,ps1@yos.example,00000000-0000-4000-8000-000000000001,practice_supervisor,North
        PS2,Ben Shah,ps2@yos.example,00000000-0000-4000-8000-000000000002,practice_supervisor,South
        PS3,Cam Moor,ps3@yos.example,00000000-0000-4000-8000-000000000003,practice_supervisor,East
        PS4,Dee Lund,ps4@yos.example,,practice_supervisor,West
        """;

    // Graph's own words for its two causes of a 403.
    private const string NotInstalled =
        """{"error":{"code":"Forbidden","message":"Application with AAD App Id '22222222-2222-2222-2222-222222222222' is not authorized to generate custom text notifications about '/users/569363e2-4e49-4661-87f2-16f245c5d66a/teamwork/sendActivityNotification' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat)."}}""";

    private const string NotPermitted =
        """{"error":{"code":"Forbidden","message":"Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'. Roles on the request ''."}}""";

    private const string NoApp =
        "Our Teams app is not installed for them; what is meant for Teams goes by email.";
    private const string NoPermission =
        "Our app may notify nobody in Teams: an administrator of the tenant has to grant it.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_Deliveries_TellsApartWhoHasNoAppAndWhomNobodyMayNotify()
    {
        await using var graph = await ScriptedProvider.StartAsync(Stop);
        await using var sendGrid = await ScriptedProvider.StartAsync(Stop);
        graph.Answers(403, NotInstalled).Answers(403, NotPermitted).Answers(202);
        await using var site = await StartAsync(graph, sendGrid);

        await NotifyAsync(site, "PS1", Seed.Today);
        await NotifyAsync(site, "PS2", Seed.Today);
        await NotifyAsync(site, "PS3", Seed.Today);
        var rows = await UnreachableAsync(site);

        Assert.Equal(
            [
                ("Ada Wright", NoApp),
                ("Ben Shah", NoPermission),
                ("Dee Lund", "No Entra id in the staff list."),
            ],
            rows
        );
        Assert.Equal(3, graph.Received.Count);
        Assert.Contains("It was told by email instead.", await MessageAsync(site, "PS1"));
        Assert.Contains("grant TeamsActivity.Send", await MessageAsync(site, "PS2"));
    }

    [Fact]
    public async Task Get_DeliveriesAfterTheAppWasInstalled_SaysNothingOfThemAnyMore()
    {
        await using var graph = await ScriptedProvider.StartAsync(Stop);
        await using var sendGrid = await ScriptedProvider.StartAsync(Stop);
        graph.Answers(403, NotInstalled).Answers(202);
        await using var site = await StartAsync(graph, sendGrid);
        var yesterday = Seed.Today.AddDays(-1);

        await NotifyAsync(site, "PS1", yesterday);
        Assert.Contains(("Ada Wright", NoApp), await UnreachableAsync(site));
        await NotifyAsync(site, "PS1", Seed.Today);

        Assert.DoesNotContain(await UnreachableAsync(site), row => row.Name == "Ada Wright");
    }

    private async Task<TestSite> StartAsync(ScriptedProvider graph, ScriptedProvider sendGrid)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await new CaseloadImport(storage, TimeProvider.System).RunAsync(
            new ImportFiles(ImportFile.Of(Encoding.UTF8.GetBytes(Staff))),
            progress: null,
            Stop
        );
        return await TestSite.StartAsync(
            storage,
            Seed.Today,
            Stop,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Graph__BaseUrl"] = graph.Url.ToString(),
                ["SendGrid__BaseUrl"] = sendGrid.Url.ToString(),
            }
        );
    }

    private static async Task NotifyAsync(TestSite site, string personId, DateOnly day)
    {
        var item = new NoticeItem(
            "K1",
            "asset-start",
            new DateOnly(2011, 8, 1),
            new DateOnly(2011, 8, 22),
            ChaseStep.Escalated,
            30,
            personId,
            HighRisk: false
        );
        await site.Service<DigestTable>()
            .InsertNewAsync(
                [
                    new StoredDigest
                    {
                        Key = new DigestKey(day, personId, Channel.Teams),
                        Items = [item],
                        CreatedAt = site.Clock.GetUtcNow(),
                        ChangedAt = site.Clock.GetUtcNow(),
                    },
                ],
                Stop
            );
        var send = site.Service<SendDigests>();
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(Stop);
        await send.ExecuteAsync(await send.LeftOverAsync(day, Stop), staff, Stop);
    }

    private static async Task<(string Name, string Why)[]> UnreachableAsync(TestSite site)
    {
        var csv = await site.Client.GetStringAsync("/deliveries?csv=unreachable", Stop);
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/deliveries", Stop));
        (string Name, string Why)[] rows =
        [
            .. csv.TrimEnd()
                .Split("\r\n")
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(fields => (fields[0].Split(" (")[0], fields[^1].Trim('"'))),
        ];
        Assert.All(rows, row => Assert.Contains(row.Why, page, StringComparison.Ordinal));
        return rows;
    }

    private static async Task<string> MessageAsync(TestSite site, string personId) =>
        WebUtility.HtmlDecode(
            await site.Client.GetStringAsync($"/deliveries/2011-10-04/{personId}/teams", Stop)
        );
}
