using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using YosWorkflow.Services.Import;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests;

/// <summary>A site with two teams of two case managers and five cases each, and what tests ask of it.</summary>
internal static class AuditSite
{
    public const string Round = "/api/audits/golden-thread/2011-10";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestSite> StartAsync(AzuriteFixture azurite)
    {
        var staff = new StringBuilder("staff_id,name,email,role,team,line_manager_id,can_audit\n");
        staff.Append("HOS1,Hana,hos1@yos.example,head_of_service,,,N\n");
        staff.Append("EPM1,Eve,epm1@yos.example,effective_practice_manager,,HOS1,N\n");
        var cases = new StringBuilder("case_ref,team,case_manager_id,order_type,order_made_on\n");
        foreach (var team in (string[])["A", "B"])
        {
            staff.Append(Line($"PS{team},Pat,ps{team}@yos.example,practice_supervisor,{team},HOS1,N"));
            staff.Append(Line($"CM{team}1,Cam,cm{team}1@yos.example,case_manager,{team},PS{team},Y"));
            staff.Append(Line($"CM{team}2,Col,cm{team}2@yos.example,case_manager,{team},PS{team},Y"));
            for (var n = 0; n < 5; n++)
            {
                cases.Append(Line($"{team}{n},{team},CM{team}{1 + (n % 2)},yro,2011-08-01"));
            }
        }

        var storage = await azurite.NewStorageAsync(Stop);
        var report = await new CaseloadImport(storage, TimeProvider.System).RunAsync(
            new ImportFiles(File(staff), File(cases)),
            progress: null,
            Stop
        );
        Assert.Empty(report.Problems);
        return await TestSite.StartAsync(storage, Seed.Today, Stop);
    }

    /// <summary>Draws four cases of October 2011.</summary>
    public static async Task<JsonElement> DrawAsync(this TestSite site)
    {
        var answer = await site.Client.PostAsJsonAsync(
            "/api/audits/samples",
            new
            {
                programme = "golden-thread",
                month = "2011-10",
                size = 4,
                seed = "seed",
            },
            Stop
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await site.GetAsync(Round);
    }

    public static async Task<JsonElement> GetAsync(this TestSite site, string address) =>
        await (await site.Client.GetAsync(address, Stop)).JsonAsync();

    public static Task<HttpResponseMessage> SendAsync(
        this TestSite site,
        HttpMethod method,
        string address,
        string body,
        string? ifMatch = null
    )
    {
        var request = new HttpRequestMessage(method, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return site.Client.SendAsync(request, Stop);
    }

    /// <summary>A whole return with everything met.</summary>
    public static string Whole(bool submit = true) =>
        JsonSerializer.Serialize(
            new
            {
                submit,
                answers = Core
                    .Audits.AuditProgrammes.Find("golden-thread")!
                    .Template.Questions.ToDictionary(
                        question => question.QuestionId,
                        _ => new { answer = "met" },
                        StringComparer.Ordinal
                    ),
            }
        );

    private static ImportFile File(StringBuilder text) =>
        ImportFile.Of(Encoding.UTF8.GetBytes(text.ToString()));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}
