using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.ApiDocs;

namespace YosWorkflow.Web.Tests.ApiDocs;

/// <summary>What an operation answered, as it came.</summary>
internal sealed record Recorded(ApiOperation Operation, int Status, JsonNode Answer);

/// <summary>
/// A service of two teams in which every documented request is sent as it is documented, in an order in which each can be done.
/// </summary>
internal static class ApiScenario
{
    private const string Json = "application/json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Plays it, and gives the answers that have a body.</summary>
    public static async Task<IReadOnlyList<Recorded>> PlayAsync(AzuriteFixture azurite)
    {
        await using var provider = await ScriptedProvider.StartAsync(Stop);
        await using var site = await TestSite.StartAsync(
            await azurite.NewStorageAsync(Stop),
            Seed.Today,
            Stop,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Graph__BaseUrl"] = provider.Url.ToString(),
                ["SendGrid__BaseUrl"] = provider.Url.ToString(),
            }
        );
        var recorded = new List<Recorded>();
        await SendAsync("importCaseload", Files());
        await SendAsync("listObligations");
        await SendAsync("acknowledgeObligation");
        await SendAsync("startChase");
        await site.Service<ChaseDay>().ExecuteAsync(Seed.Today, dryRun: false, Stop);
        await SendAsync("readChase");
        await SendAsync("startSample");
        await SendAsync("passOnAudit");
        await SendAsync("saveReturn");
        await SendAsync("saveReturn", Whole("CMB1"), ifMatch: "\"1\"", keep: false);
        await PlaceSecondReaderAsync(site);
        await SendAsync("readReturn");
        await SendAsync("commentOnReturn");
        await SendAsync("addAction");
        var action = recorded[^1].Answer["action_id"]!.GetValue<string>();
        await SendAsync("completeAction", actionId: action);
        await SendAsync("readRound");
        await SendAsync("readSample");
        await SendAsync("readFindings");
        await SendAsync("saveSecondCheck");
        await SendAsync("readSecondCheck");
        await SendAsync("reopenReturn");
        await SendAsync("readReport");
        await SendAsync("readHealth");
        return recorded;

        async Task SendAsync(
            string id,
            HttpContent? content = null,
            string? ifMatch = null,
            bool keep = true,
            string? actionId = null
        )
        {
            var operation = ApiOperations.All.Single(one => one.Id == id);
            using var request = RequestOf(operation, actionId);
            request.Content = content ?? request.Content;
            if (ifMatch is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            }

            using var answer = await site.Client.SendAsync(request, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            var status = (int)answer.StatusCode;
            Assert.True(operation.Answers.Any(one => one.Status == status), $"{id}: {status} {text}");
            if (keep)
            {
                recorded.Add(new Recorded(operation, status, JsonNode.Parse(text)!));
            }
        }
    }

    private static async Task PlaceSecondReaderAsync(TestSite site)
    {
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(Stop);
        var round = new RoundId("golden-thread", new DateOnly(2011, 10, 1));
        await site.Service<PlaceReadings>().ExecuteAsync(round, staff, Seed.Today, Stop);
    }

    private static HttpRequestMessage RequestOf(ApiOperation operation, string? actionId)
    {
        var first = YosWorkflow.Web.Pages.ApiDocs.ApiDocsModel.FirstLineOf(operation).Split(' ');
        var address = actionId is null
            ? first[1]
            : first[1]
                .Replace($"/{operation.Address["actionId"]}/", $"/{actionId}/", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(first[0]), address);
        if (operation.Body?.Example is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, Json);
        }

        return request;
    }

    private static StringContent Whole(string by) =>
        new(
            JsonSerializer.Serialize(
                new
                {
                    by,
                    submit = true,
                    // What was kept of the one before stays as it is.
                    answers = AuditProgrammes
                        .Find("golden-thread")!
                        .Template.Questions.Where(question => question.QuestionId != "dynamic-factors")
                        .ToDictionary(
                            question => question.QuestionId,
                            _ => new { answer = "met" },
                            StringComparer.Ordinal
                        ),
                }
            ),
            Encoding.UTF8,
            Json
        );

    private static MultipartFormDataContent Files()
    {
        var staff = new StringBuilder("staff_id,name,email,entra_id,role,team,line_manager_id,can_audit\n");
        staff.Append("HOS1,Hana Oduya,hos1@yos.example,,head_of_service,,,N\n");
        staff.Append("EPM1,Eve Tarrant,epm1@yos.example,,effective_practice_manager,,HOS1,N\n");
        var cases = new StringBuilder("case_ref,team,case_manager_id,order_type,order_made_on\n");
        foreach (var team in (string[])["A", "B"])
        {
            Line(staff, $"PS{team},Pat Somers,ps{team}@yos.example,,practice_supervisor,{team},HOS1,N");
            Line(staff, $"CM{team}1,Cam Moor,cm{team}1@yos.example,,case_manager,{team},PS{team},Y");
            Line(staff, $"CM{team}2,Col Frayne,cm{team}2@yos.example,,case_manager,{team},PS{team},Y");
            for (var n = 0; n < 5; n++)
            {
                Line(cases, $"{team}{n},{team},CM{team}{1 + (n % 2)},yro,2011-08-01");
            }
        }

        cases.Append("A9,A,CMA1,yro,soon\n");
        return new MultipartFormDataContent
        {
            { new StringContent(staff.ToString()), "staff", "staff.csv" },
            { new StringContent(cases.ToString()), "cases", "cases.csv" },
        };
    }

    private static void Line(StringBuilder file, FormattableString text) =>
        file.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
