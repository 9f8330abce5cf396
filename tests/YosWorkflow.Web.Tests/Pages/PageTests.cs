using System.Net;
using System.Text.RegularExpressions;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

[Collection(nameof(KentSite))]
public sealed partial class PageTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_Kent2011_ShowsItsFigures()
    {
        var numbers = TallyNumber()
            .Matches(await GetAsync("/"))
            .Select(match => match.Groups["number"].Value);

        Assert.Equal(["657", "3", "232"], numbers);
    }

    [Fact]
    public async Task MyDay_EveryCaseManager_SeesExactlyTheirOwnCasesWithSomethingToDo()
    {
        var managers = Kent2011.Staff.Members.Where(member =>
            member is { Role: StaffRole.CaseManager, Active: true }
        );
        foreach (var manager in managers)
        {
            var shown = new HashSet<string>(StringComparer.Ordinal);
            for (var (page, pages) = (1, 1); page <= pages; page++)
            {
                var html = await GetAsync($"/my-day?for={manager.StaffId}&page={page}");
                shown.UnionWith(CaseRef().Matches(html).Select(match => match.Value));
                pages = html.Contains($"page={page + 1}", StringComparison.Ordinal) ? page + 1 : page;
            }

            Assert.Equal(
                DueSoonOf(manager).Order(StringComparer.Ordinal),
                shown.Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task MyDay_PracticeSupervisor_SeesWhatTheirCaseManagersOweAndNoOtherTeam()
    {
        var html = await GetAsync("/my-day?for=PS01");

        var theirs = Kent2011
            .Cases.Where(one => Kent2011.Staff.PracticeSupervisorOf(one)?.StaffId == "PS01")
            .Select(one => one.CaseRef);
        var shown = CaseRef().Matches(html).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(theirs.ToHashSet(StringComparer.Ordinal), shown);
        Assert.Contains("/my-day?for=CM001", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyDay_Person_SaysWhyEachThingIsDueAndHowSureThatIs()
    {
        var html = await GetAsync("/my-day?for=CM001");

        Assert.Contains("The clock started on ", html, StringComparison.Ordinal);
        Assert.Contains("Source: ", html, StringComparison.Ordinal);
        Assert.Contains("Its limit ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyDay_NobodyOfThatId_SaysSoAndListsEveryone()
    {
        var answer = await kent.Client.GetAsync("/my-day?for=CM999%3Cscript%3E", Stop);

        var html = await answer.HtmlAsync(HttpStatusCode.NotFound);
        Assert.Contains("CM999&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.All(
            Kent2011.Staff.Members,
            member => Assert.Contains($"for={member.StaffId}\"", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Obligations_PageByPage_ShowEachOnce()
    {
        var rows = 0;
        for (var page = 1; page <= 36; page++)
        {
            rows += TableRow().Count(await GetAsync($"/obligations?page={page}"));
        }

        Assert.Equal(1428, rows);
        Assert.Equal(
            MainOf(await GetAsync("/obligations?page=36")),
            MainOf(await GetAsync("/obligations?page=4000"))
        );
    }

    [Theory]
    [InlineData("/?asOf=x")]
    [InlineData("/my-day?for=CM001&asOf=2011-13-01")]
    [InlineData("/obligations?status=late")]
    [InlineData("/obligations?page=-1")]
    public async Task Get_FieldThatCannotBeRead_IsAPageThatSaysWhich(string address) =>
        Assert.Contains(
            "can&#x27;t be read",
            await (await kent.Client.GetAsync(address, Stop)).HtmlAsync(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/?asOf=2011-08-01")]
    [InlineData("/my-day?for=TM01&asOf=2011-08-01")]
    [InlineData("/obligations?asOf=2011-08-01&status=met,met_late,missed")]
    public async Task Get_AnotherDay_SaysThatItIsNotToday(string address) =>
        Assert.Contains("As things stood on", await GetAsync(address), StringComparison.Ordinal);

    [GeneratedRegex("yos-tally__number\">(?<number>[\\d,]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TallyNumber();

    [GeneratedRegex("\\bK\\d{5}\\b", RegexOptions.None, 1000)]
    private static partial Regex CaseRef();

    [GeneratedRegex("<th scope=\"row\"", RegexOptions.None, 1000)]
    private static partial Regex TableRow();

    private static string MainOf(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..];

    private static IEnumerable<string> DueSoonOf(StaffMember manager)
    {
        var calendar = WorkingDayCalendar.EnglandAndWales;
        var reader = new ObligationReader(StandardsPacks.Load("kent-2011"), calendar, Kent2011.Staff);
        var obligations = new List<Obligation>();
        foreach (var one in Kent2011.Cases)
        {
            reader.Read(one, Kent2011.AsOf, obligations);
        }

        return obligations
            .Where(owed => owed.IsOpen && owed.DueOn <= calendar.Add(Kent2011.AsOf, 10))
            .Where(owed =>
                Kent2011.Staff.Find(owed.OwedById) is { } owner && Kent2011.Staff.Receiving(owner) == manager
            )
            .Select(owed => owed.Case.CaseRef)
            .Distinct(StringComparer.Ordinal);
    }

    private async Task<string> GetAsync(string address) =>
        await (await kent.Client.GetAsync(address, Stop)).HtmlAsync();
}
