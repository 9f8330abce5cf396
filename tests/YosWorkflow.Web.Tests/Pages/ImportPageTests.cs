using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

public sealed partial class ImportPageTests(AzuriteFixture azurite)
{
    private const string CasesWithAMistake = """
        case_ref,team,case_manager_id,order_type,order_made_on
        K1,North,CM1,yro,2011-08-01
        K2,North,CM1,=rubbish,2011-08-01
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Files_ArePreviewedConfirmedAndReported()
    {
        await using var site = await StartAsync();

        using var staged = await UploadAsync(site, ("staff", Seed.SmallStaff), ("cases", CasesWithAMistake));

        Assert.Equal(HttpStatusCode.SeeOther, staged.StatusCode);
        var address = staged.Headers.Location!.ToString();
        var preview = await GetAsync(site, address);
        Assert.Contains("Nothing has been changed yet", preview, StringComparison.Ordinal);
        Assert.Contains("=rubbish", preview, StringComparison.Ordinal);
        Assert.Null(await site.Service<CaseloadTable>().FindCaseAsync("K1", Stop));
        var csv = await GetAsync(site, address + "?csv=rejected");
        Assert.Contains("cases.csv,3,order_type,'=rubbish,", csv, StringComparison.Ordinal);

        using var done = await PostAsync(
            site,
            address + "/confirm",
            ("attempt", Attempt().Match(preview).Groups["id"].Value)
        );

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var report = await GetAsync(site, done.Headers.Location!.ToString());
        Assert.Contains("=rubbish", report, StringComparison.Ordinal);
        Assert.NotNull(await site.Service<CaseloadTable>().FindCaseAsync("K1", Stop));
        using var again = await site.Client.GetAsync(address, Stop);
        await again.HtmlAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Discard_ChangesNothingAndKeepsNothing()
    {
        await using var site = await StartAsync();
        using var staged = await UploadAsync(site, ("staff", Seed.SmallStaff));
        var address = staged.Headers.Location!.ToString();

        using var gone = await PostAsync(site, address + "/discard");

        Assert.Equal("/import", gone.Headers.Location!.ToString());
        using var after = await site.Client.GetAsync(address, Stop);
        await after.HtmlAsync(HttpStatusCode.NotFound);
        Assert.Empty((await site.Service<CaseloadTable>().ReadStaffAsync(Stop)).Members);
    }

    [Fact]
    public async Task Post_FileThatIsNoCaseload_SaysWhatIsWrongAtItsField()
    {
        await using var site = await StartAsync();

        using var answer = await UploadAsync(site, ("cases", "a,b\n1,2\n"));

        var html = await answer.HtmlAsync(HttpStatusCode.BadRequest);
        Assert.Contains("href=\"#cases\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"cases-error\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NoFile_AsksForOne()
    {
        await using var site = await StartAsync();

        // So a browser sends a file that was not chosen.
        var form = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"staff\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
        );
        form.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var answer = await SendAsync(site, "/import", form);

        Assert.Contains("Choose at least one file", await answer.HtmlAsync(HttpStatusCode.BadRequest));
    }

    private async Task<TestSite> StartAsync() =>
        await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Seed.Today, Stop);

    private static async Task<string> GetAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private static Task<HttpResponseMessage> UploadAsync(
        TestSite site,
        params (string Field, string Text)[] files
    )
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), field, field + ".csv");
        }

        return SendAsync(site, "/import", form);
    }

    private static Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string address,
        params (string Name, string Value)[] fields
    ) =>
        SendAsync(
            site,
            address,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );

    private static async Task<HttpResponseMessage> SendAsync(
        TestSite site,
        string address,
        HttpContent content
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await site.Client.SendAsync(request, Stop);
    }

    [GeneratedRegex("name=\"attempt\" value=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attempt();
}
