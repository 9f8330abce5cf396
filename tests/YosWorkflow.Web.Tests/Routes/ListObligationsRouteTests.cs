using System.Net;
using System.Text.Json;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Routes;

[Collection(nameof(KentSite))]
public sealed class ListObligationsRouteTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("overdue", 657)]
    [InlineData("due_today", 3)]
    [InlineData("upcoming", 768)]
    [InlineData("overdue,due_today,upcoming", 1428)]
    public async Task Get_KentAsOfItsDay_HasTheKnownFigures(string status, int total)
    {
        var answer = await GetAsync($"/api/obligations?asOf=2011-10-04&status={status}&pageSize=5");

        Assert.Equal("2011-10-04", answer.GetProperty("as_of").GetString());
        Assert.Equal(total, answer.GetProperty("total").GetInt32());
        Assert.Equal(Math.Min(5, total), answer.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Get_WithoutDay_IsAsOfToday() =>
        Assert.Equal(
            "2011-10-04",
            (await GetAsync("/api/obligations?pageSize=1")).GetProperty("as_of").GetString()
        );

    [Fact]
    public async Task Get_AnItem_IsNamedAsInTheFiles()
    {
        var item = (await GetAsync("/api/obligations?status=overdue&pageSize=1")).GetProperty("items")[0];

        string[] ofTheCsv =
        [
            "case_ref",
            "rule_id",
            "due_on",
            "status",
            "met_on",
            "owed_by_id",
            "working_days_overdue",
        ];
        Assert.Subset(
            item.EnumerateObject().Select(field => field.Name).ToHashSet(StringComparer.Ordinal),
            ofTheCsv.ToHashSet(StringComparer.Ordinal)
        );
        Assert.Equal("overdue", item.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("met_on").ValueKind);
        Assert.True(item.GetProperty("working_days_overdue").GetInt32() > 0);
    }

    [Fact]
    public async Task Get_PageByPage_GivesEachOnceInTheOrderOfTheWhole()
    {
        const string query = "/api/obligations?status=overdue&team=East%20Kent&asOf=2011-10-04";
        var whole = Keys(await GetAsync($"{query}&pageSize=1000"));
        var walked = new List<string>();

        for (var next = $"{query}&pageSize=7"; next is not null; )
        {
            var page = await GetAsync(next);
            walked.AddRange(Keys(page));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(97, whole.Length);
        Assert.Equal(whole, walked);
        Assert.Equal(whole.Length, whole.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Get_OwedBy_GivesOnlyWhatThatPersonOwes()
    {
        var owner = Kent2011.Cases.First(one => one.OpenThrough >= Kent2011.AsOf).CaseManagerId;

        var items = (await GetAsync($"/api/obligations?owedBy={owner}&pageSize=1000")).GetProperty("items");

        Assert.NotEqual(0, items.GetArrayLength());
        Assert.All(
            items.EnumerateArray(),
            item => Assert.Equal(owner, item.GetProperty("owed_by_id").GetString())
        );
    }

    [Theory]
    [InlineData("asOf=2011-02-31", "asOf")]
    [InlineData("asOf=04/10/2011", "asOf")]
    [InlineData("asOf=2011-10-04&asOf=2011-10-05", "asOf")]
    [InlineData("status=late", "status")]
    [InlineData("status=overdue,", "status")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=1001", "pageSize")]
    [InlineData("pageSize=ten", "pageSize")]
    [InlineData("after=never", "after")]
    [InlineData("after=%00%ff", "after")]
    public async Task Get_FieldThatCannotBeRead_IsABadRequestThatNamesIt(string query, string field)
    {
        var answer = await kent.Client.GetAsync($"/api/obligations?{query}", Stop);

        Assert.Equal([field], (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task Get_SeveralFieldsThatCannotBeRead_NamesThemAllAtOnce()
    {
        var answer = await kent.Client.GetAsync("/api/obligations?asOf=soon&status=late&pageSize=-1", Stop);

        Assert.Equal(
            ["asOf", "status", "pageSize"],
            (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields()
        );
    }

    private static string[] Keys(JsonElement page) =>
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    $"{item.GetProperty("case_ref")} {item.GetProperty("rule_id")} {item.GetProperty("clock_started")}"
                ),
        ];

    private async Task<JsonElement> GetAsync(string address) =>
        await (await kent.Client.GetAsync(address, Stop)).JsonAsync();
}
