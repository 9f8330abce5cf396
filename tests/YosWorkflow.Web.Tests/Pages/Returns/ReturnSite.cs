using System.Net;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Pages.Returns;

/// <summary>A site with a round that is drawn, one case of it, and what its people do in their browsers.</summary>
internal sealed class ReturnSite : IAsyncDisposable
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    private ReturnSite(TestSite site, string caseRef, string auditorId)
    {
        Site = site;
        CaseRef = caseRef;
        AuditorId = auditorId;
    }

    public TestSite Site { get; }

    public string CaseRef { get; }

    /// <summary>Who audits the case.</summary>
    public string AuditorId { get; }

    /// <summary>The case manager.</summary>
    public string ManagerId => $"CM{Team}{1 + ((CaseRef[1] - '0') % 2)}";

    /// <summary>The practice supervisor.</summary>
    public string SupervisorId => "PS" + Team;

    /// <summary>The page of the return.</summary>
    public string Address => $"/audits/golden-thread/2011-10/{CaseRef}";

    private char Team => CaseRef[0];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts it. The case is the one that is to be read a second time.</summary>
    public static async Task<ReturnSite> StartAsync(AzuriteFixture azurite)
    {
        var site = await AuditSite.StartAsync(azurite);
        var drawn = (await site.DrawAsync()).GetProperty("cases").EnumerateArray().ToArray();
        var first = drawn.MinBy(
            item => AccessAudit.RankOf("seed", item.GetProperty("case_ref").GetString()!),
            StringComparer.Ordinal
        );
        return new ReturnSite(
            site,
            first.GetProperty("case_ref").GetString()!,
            first.GetProperty("auditor_id").GetString()!
        );
    }

    /// <summary>The page, as somebody sees it.</summary>
    public async Task<string> HtmlAsync(
        string staffId,
        string address,
        HttpStatusCode status = HttpStatusCode.OK
    ) => await (await GetAsync(staffId, address)).HtmlAsync(status);

    public async Task<HttpResponseMessage> GetAsync(string staffId, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", await CookieOfAsync(staffId));
        return await Site.Client.SendAsync(request, Stop);
    }

    /// <summary>Sends a form as somebody.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string staffId,
        string address,
        params (string Name, string Value)[] fields
    ) => await PostWithAsync(await CookieOfAsync(staffId), address, fields);

    public async Task<HttpResponseMessage> PostWithAsync(
        string cookie,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            ),
        };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Site.Client.SendAsync(request, Stop);
    }

    /// <summary>Saves a section as its auditor.</summary>
    public Task<HttpResponseMessage> SaveAsync(
        string section,
        int version,
        params (string Name, string Value)[] fields
    ) =>
        PostAsync(
            AuditorId,
            $"{Address}?section={section}",
            [("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. fields]
        );

    /// <summary>Has the return handed in, with one question not met.</summary>
    public Task SubmitAsync(string? notMet = null) => HandInAsync(isSecond: false, notMet);

    /// <summary>Has the second check asked for and handed in.</summary>
    public async Task<string> SubmitSecondAsync(string? notMet = null)
    {
        var reader = await AskForSecondAsync();
        await HandInAsync(isSecond: true, notMet);
        return reader;
    }

    /// <summary>Has the second check asked for. Says of whom.</summary>
    public async Task<string> AskForSecondAsync()
    {
        var staff = await Site.Service<CaseloadTable>().ReadStaffAsync(Stop);
        await Site.Service<PlaceReadings>().ExecuteAsync(AccessAudit.Round, staff, Seed.Today, Stop);
        var read = await Site.Service<AuditTable>().ReadCaseAsync(AccessAudit.Round, CaseRef, Stop);
        return read!.Cases[0].Standing.Second!.ReaderId!;
    }

    public string EndSession(string staffId) => cookies[staffId] + "0";

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task HandInAsync(bool isSecond, string? notMet)
    {
        var answers = AccessAudit.Questions.Select(question => new AnsweredQuestion(
            question,
            question == notMet ? AuditAnswer.NotMet : AuditAnswer.Met,
            question == notMet ? "Nothing was found." : ""
        ));
        var outcome = await Site.Service<SaveReturn>()
            .ExecuteAsync(
                new HandedIn(AccessAudit.Round, CaseRef, isSecond, "", [.. answers], null, Submit: true),
                Seed.Today,
                Stop
            );
        Assert.IsType<AuditOutcome<Core.Audits.Rounds.AuditReturn>.Done>(outcome);
    }

    private async Task<string> CookieOfAsync(string staffId)
    {
        if (!cookies.TryGetValue(staffId, out var cookie))
        {
            cookies[staffId] = cookie = await Site.SignInAsync(staffId, Stop);
        }

        return cookie;
    }
}
