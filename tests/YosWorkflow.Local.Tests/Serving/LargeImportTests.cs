using System.Net;
using YosWorkflow.Local.Tests.Azurite;

namespace YosWorkflow.Local.Tests.Serving;

/// <summary>An import that is larger than a request should wait for, from the page of the local host.</summary>
public sealed class LargeImportTests
{
    private const int MostAtOnce = 2 * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirm_LargeFiles_GoOnByThemselvesUntilTheirReportIsThere()
    {
        using var directory = new WorkDirectory();
        var address = $"http://127.0.0.1:{TwoVerbsTests.FreePort()}";
        using var serve = Verb.Start(directory, "serve", "--urls", address);
        await serve.LineWithAsync("serves");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address),
        };
        var (staff, _) = SmallCaseload.Write(directory);
        var text = await File.ReadAllTextAsync(staff, Stop) + new string('\n', MostAtOnce);

        var preview = await PostAsync(
            browser,
            "/import",
            new MultipartFormDataContent { { new StringContent(text), "staff", "staff.csv" } }
        );
        var progress = await PostAsync(
            browser,
            preview + "/confirm",
            new FormUrlEncodedContent([KeyValuePair.Create("attempt", Guid.NewGuid().ToString())])
        );

        Assert.Contains("/progress?since=", progress, StringComparison.Ordinal);
        var report = await EndOfAsync(browser, progress);
        Assert.StartsWith("/imports/", report, StringComparison.Ordinal);
        Assert.Contains("Staff", await browser.GetStringAsync(report, Stop), StringComparison.Ordinal);
    }

    private static async Task<string> EndOfAsync(HttpClient browser, string progress)
    {
        while (true)
        {
            using var answer = await browser.GetAsync(progress, Stop);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                return answer.Headers.Location!.ToString();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    private static async Task<string> PostAsync(HttpClient browser, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
