using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Web.Tests.Pages;

/// <summary>What somebody does on the pages of audits.</summary>
internal static partial class AuditVisits
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RoundReport?> RoundAsync(TestSite site) =>
        await site.Service<ReadRound>().ExecuteAsync(new RoundId("golden-thread", new(2011, 10, 1)), Stop);

    public static async Task<(string CaseRef, string From, string To)> OneToGiveAsync(TestSite site)
    {
        var round = new RoundId("golden-thread", new(2011, 10, 1));
        var caseRef = (await RoundAsync(site))!.Cases[0].CaseRef;
        var found = await site.Service<PassOnAudit>().FindAsync(round, caseRef, Stop);
        var from = found!.Case.Case.Audit.ReaderId!;
        return (
            caseRef,
            from,
            found.Candidates.First(one => one.WhyNot is null && one.Person.StaffId != from).Person.StaffId
        );
    }

    public static async Task<string> PageAsync(TestSite site, string address, string staffId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", await site.SignInAsync(staffId, Stop));
        var html = await (await site.Client.SendAsync(request, Stop)).HtmlAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 100_000);
        return html;
    }

    public static async Task<string[]> LinesAsync(TestSite site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        using var answer = await site.Client.SendAsync(request, Stop);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
    }

    public static async Task<HttpResponseMessage> PostAsync(
        TestSite site,
        string address,
        string cookie,
        FormUrlEncodedContent form
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await site.Client.SendAsync(request, Stop);
    }

    public static FormUrlEncodedContent HiddenOf(string html) =>
        new(
            Hidden()
                .Matches(html)
                .Select(field =>
                    KeyValuePair.Create(
                        field.Groups["name"].Value,
                        WebUtility.HtmlDecode(field.Groups["value"].Value)
                    )
                )
        );

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Hidden();
}
