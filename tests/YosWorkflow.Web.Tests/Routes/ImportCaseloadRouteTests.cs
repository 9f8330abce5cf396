using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

public sealed class ImportCaseloadRouteTests(AzuriteFixture azurite)
{
    private const string Address = "/api/caseload/imports";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_KentTwice_AddsAllAndThenChangesNothing()
    {
        await using var site = await StartAsync();

        var first = await PostKentAsync(site);
        var second = await PostKentAsync(site);

        Assert.Equal((57, 57, 0), Counts(first, "staff"));
        Assert.Equal((1064, 1064, 0), Counts(first, "cases"));
        Assert.Equal((6040, 6040, 0), Counts(first, "milestones"));
        Assert.Equal((6040, 0, 6040), Counts(second, "milestones"));
        Assert.Equal(0, first.GetProperty("problems").GetArrayLength());
        Assert.True(second.GetProperty("transactions").GetInt64() > 0);
    }

    [Fact]
    public async Task Post_ARowThatCannotBeRead_IsRejectedAloneAndExplained()
    {
        await using var site = await StartAsync();
        using var form = Form(
            ("staff", Seed.SmallStaff),
            ("cases", Seed.SmallCases + "\nK2,North,CM1,yro,31/02/2011")
        );

        var report = await (await site.Client.PostAsync(Address, form, Stop)).JsonAsync();

        Assert.Equal(1, report.GetProperty("files").GetProperty("cases").GetProperty("added").GetInt32());
        Assert.Equal(1, report.GetProperty("files").GetProperty("cases").GetProperty("rejected").GetInt32());
        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Equal("cases.csv", problem.GetProperty("file").GetString());
        Assert.Equal(3, problem.GetProperty("line").GetInt32());
        Assert.Equal("order_made_on", problem.GetProperty("column").GetString());
        Assert.Equal("31/02/2011", problem.GetProperty("value").GetString());
        Assert.Equal("rejected", problem.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Post_FileThatIsNoCaseload_IsRefusedWhole()
    {
        await using var site = await StartAsync();
        using var form = Form(("staff", Seed.SmallStaff), ("cases", "%PDF-1.7 \0\u0001"));

        var problem = await (await site.Client.PostAsync(Address, form, Stop)).ProblemAsync(
            HttpStatusCode.BadRequest
        );

        Assert.Equal(
            "cases.csv",
            Assert.Single(problem.GetProperty("problems").EnumerateArray()).GetProperty("file").GetString()
        );
        Assert.Empty((await new CaseloadTable(site.Storage).ReadStaffAsync(Stop)).Members);
    }

    [Fact]
    public async Task Post_FieldsThatAreNotKnownOrComeTwice_AreNamed()
    {
        await using var site = await StartAsync();
        using var form = Form(("staff", Seed.SmallStaff), ("staff", Seed.SmallStaff), ("children", "name"));

        var problem = await (await site.Client.PostAsync(Address, form, Stop)).ProblemAsync(
            HttpStatusCode.BadRequest
        );

        Assert.Equal(["staff", "children"], problem.Fields());
        Assert.Empty((await new CaseloadTable(site.Storage).ReadStaffAsync(Stop)).Members);
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "--x\r\n\r\n", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "nothing of the kind", HttpStatusCode.BadRequest)]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=staff\r\n\r\nstaff_id,na",
        HttpStatusCode.BadRequest
    )]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\n\r\nstaff_id\r\n--x--\r\n",
        HttpStatusCode.BadRequest
    )]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n", HttpStatusCode.BadRequest)]
    public async Task Post_BodyThatIsNoForm_IsRefused(string type, string body, HttpStatusCode status)
    {
        await using var site = await StartAsync();
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await (await site.Client.PostAsync(Address, content, Stop)).ProblemAsync(status);
    }

    [Fact]
    public async Task Post_FileBeyondTheLimit_IsRefusedAndNotHeld()
    {
        await using var site = await StartAsync();
        using var form = Form(("staff", Seed.SmallStaff), ("cases", new string('x', 33 * 1024 * 1024)));

        await (await site.Client.PostAsync(Address, form, Stop)).ProblemAsync(
            HttpStatusCode.RequestEntityTooLarge
        );

        Assert.Empty((await new CaseloadTable(site.Storage).ReadStaffAsync(Stop)).Members);
    }

    private static async Task<JsonElement> PostKentAsync(TestSite site)
    {
        using var form = Form(
            ("staff", await File.ReadAllTextAsync(Kent2011.StaffPath, Stop)),
            ("cases", await File.ReadAllTextAsync(Kent2011.CasesPath, Stop)),
            ("milestones", await File.ReadAllTextAsync(Kent2011.MilestonesPath, Stop))
        );
        return await (await site.Client.PostAsync(Address, form, Stop)).JsonAsync();
    }

    private static MultipartFormDataContent Form(params (string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), name, $"{name}.csv");
        }

        return form;
    }

    private static (int Read, int Added, int Unchanged) Counts(JsonElement report, string file)
    {
        var counts = report.GetProperty("files").GetProperty(file);
        return (
            counts.GetProperty("read").GetInt32(),
            counts.GetProperty("added").GetInt32(),
            counts.GetProperty("unchanged").GetInt32()
        );
    }

    private async Task<TestSite> StartAsync() =>
        await TestSite.StartAsync(await azurite.NewStorageAsync(Stop), Seed.Today, Stop);
}
