using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Pages;

[Collection(nameof(KentSite))]
public sealed class ServicePageTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages =>
        [
            "/service",
            "/service/run-chart/all",
            "/service/run-chart/initial-plan?team=East%20Kent",
            "/service/overdue",
            "/service/workload",
            "/service/children",
            "/service/data-quality",
            "/service/data-quality?kind=risk-since-missing",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_Page_ReadsEveryTeamOnceAndIsSmall(string address)
    {
        var cookie = await kent.Site.SignInAsync("HOS1", Stop);
        var before = kent.Site.Storage.Transactions.Total;
        var html = await GetAsync(address, cookie);
        var taken = kent.Site.Storage.Transactions.Total - before;

        // Who is signed in, the teams, each of six teams once, and where a morning is asked for, the runs.
        Assert.InRange(taken, 8, 9);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 100_000);
        Assert.Contains("aria-current=\"page\">Service</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OnTime_IsWhatTheRecordSays()
    {
        var rows = await RowsAsync("/service?csv=rules");

        var expected = Due(new DateOnly(2010, 11, 1), Kent2011.AsOf)
            .GroupBy(owed => owed.Rule.Title)
            .ToDictionary(
                group => group.Key,
                group =>
                    (
                        group.Count(),
                        group.Count(owed => owed.Status == ObligationStatus.Met),
                        group.Count(owed => owed.Status == ObligationStatus.MetLate)
                    )
            );
        Assert.Equal(
            expected,
            rows.ToDictionary(row => row[0], row => (Number(row[1]), Number(row[2]), Number(row[3])))
        );
        foreach (var table in new[] { "teams", "months" })
        {
            Assert.Equal(
                rows.Sum(row => Number(row[1])),
                (await RowsAsync($"/service?csv={table}")).Sum(row => Number(row[1]))
            );
        }
    }

    [Fact]
    public async Task Get_ChosenPeriod_CountsItAsItEnded()
    {
        var rows = await RowsAsync("/service?from=2011-03&to=2011-05&csv=rules");

        var due = Due(new DateOnly(2011, 3, 1), new DateOnly(2011, 5, 31));
        Assert.Equal(due.Count, rows.Sum(row => Number(row[1])));
    }

    [Fact]
    public async Task Get_RunChart_IsDrawnWithATextForWhoCannotSeeItAndWithoutStyleOfItsOwn()
    {
        var html = await GetAsync("/service/run-chart/risk-meeting");
        var from = html.IndexOf("<svg", StringComparison.Ordinal);
        var svg = XElement.Parse(
            html[from..(html.IndexOf("</svg>", from, StringComparison.Ordinal) + "</svg>".Length)]
        );

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.All(
            ((string)svg.Attribute("aria-labelledby")!).Split(' '),
            id => Assert.Contains(svg.Elements(), element => (string?)element.Attribute("id") == id)
        );
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            attribute =>
                attribute.Name == "style"
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
        var months = await RowsAsync("/service/run-chart/risk-meeting?csv=months");
        Assert.Equal(
            months.Count(row => Number(row[1]) > 0),
            svg.Descendants()
                .Count(element =>
                    ((string?)element.Attribute("class"))?.StartsWith(
                        "yos-chart__point",
                        StringComparison.Ordinal
                    ) == true
                )
        );
    }

    [Fact]
    public async Task Get_Overdue_AddsUpToWhatTheObligationsSay()
    {
        foreach (var table in new[] { "teams", "rules" })
        {
            var rows = await RowsAsync($"/service/overdue?csv={table}");

            Assert.Equal(657, rows.Sum(row => Number(row[1])));
            Assert.All(rows, row => Assert.Equal(Number(row[1]), row[2..7].Sum(Number)));
        }
    }

    [Fact]
    public async Task Get_Workload_WeeksAndPeopleAgree()
    {
        var weeks = await RowsAsync("/service/workload?csv=weeks");
        var people = await RowsAsync("/service/workload?csv=people");

        Assert.Equal(8, weeks.Length);
        for (var week = 0; week < weeks.Length; week++)
        {
            Assert.Equal(Number(weeks[week][1]), people.Sum(row => Number(row[2 + week])));
        }

        Assert.Equal(657, people.Sum(row => Number(row[1])));
    }

    [Fact]
    public async Task Get_Children_CountsEachOpenCaseOnceInAny()
    {
        var rows = await RowsAsync("/service/children?since=2011-07-04&csv=children");

        var now = OpenOn(Kent2011.AsOf);
        var before = OpenOn(new DateOnly(2011, 7, 4));
        var any = rows.Single(row => row[0] == "Any of these");
        Assert.Equal(now.Count(IsAny), Number(any[1]));
        Assert.Equal(before.Count(IsAny), Number(any[3]));
        Assert.Equal(now.Length, Number(rows[^1][1]));
        Assert.Equal(
            now.Count(one => one.LookedAfter == LookedAfter.Other),
            (await RowsAsync("/service/children?csv=teams")).Sum(row => Number(row[3]))
        );
    }

    [Fact]
    public async Task Get_DataQuality_ListsWhatItCounts()
    {
        var faults = await RowsAsync("/service/data-quality?csv=faults");
        var missing = Number(
            faults.Single(row => row[0].StartsWith("High risk", StringComparison.Ordinal))[1]
        );

        var list = await RowsAsync("/service/data-quality?kind=risk-since-missing&csv=list");

        Assert.Equal(missing, list.Length);
        Assert.All(list, row => Assert.StartsWith("K0", row[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/service/run-chart/nothing", HttpStatusCode.NotFound)]
    [InlineData("/service/run-chart/all?team=Nowhere", HttpStatusCode.NotFound)]
    [InlineData("/service/data-quality?kind=x", HttpStatusCode.NotFound)]
    [InlineData("/service?csv=x", HttpStatusCode.NotFound)]
    [InlineData("/service?from=2011-09&to=2011-08", HttpStatusCode.BadRequest)]
    [InlineData("/service?from=x", HttpStatusCode.BadRequest)]
    [InlineData("/service?from=2001-01", HttpStatusCode.BadRequest)]
    [InlineData("/service?to=9999-12", HttpStatusCode.BadRequest)]
    [InlineData("/service/children?since=2011-10-05", HttpStatusCode.BadRequest)]
    public async Task Get_WhatThereIsNot_SaysSo(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await kent.Client.GetAsync(address, Stop)).StatusCode);

    [Fact]
    public async Task Get_PeriodInWhichNothingFellDue_SaysSo()
    {
        var html = await GetAsync("/service?from=2001-01&to=2001-06");

        Assert.Contains(
            "Nothing fell due from 1 January 2001 to 30 June 2001",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
    }

    private static bool IsAny(Case one) =>
        one.LookedAfter != LookedAfter.None || one.ChildInNeed || one.ChildProtectionPlan;

    private static Case[] OpenOn(DateOnly day) =>
        [.. Kent2011.Cases.Where(one => one.OrderMadeOn <= day && one.OpenThrough >= day)];

    private static List<Obligation> Due(DateOnly from, DateOnly to)
    {
        var reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            Kent2011.Staff
        );
        var obligations = new List<Obligation>();
        foreach (var one in Kent2011.Cases)
        {
            reader.Read(one, to, obligations);
        }

        return
        [
            .. obligations.Where(owed =>
                owed.DueOn >= from
                && owed.DueOn <= to
                && owed.DueOn <= owed.Case.OpenThrough
                && owed.Status != ObligationStatus.DueToday
            ),
        ];
    }

    private static int Number(string text) =>
        text.Length == 0 ? 0 : int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private async Task<string[][]> RowsAsync(string address)
    {
        var answer = await kent.Client.GetAsync(address, Stop);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Fields)];
    }

    // No field of these tables holds a quotation mark.
    private static string[] Fields(string line) =>
        [
            .. line.Split('"')
                .SelectMany((part, at) => at % 2 == 1 ? [part.Replace(',', '\u0001')] : new[] { part })
                .Aggregate("", string.Concat)
                .Split(',')
                .Select(field => field.Replace("\u0001", ",", StringComparison.Ordinal)),
        ];

    private async Task<string> GetAsync(string address, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await kent.Client.SendAsync(request, Stop)).HtmlAsync();
    }
}
