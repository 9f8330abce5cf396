using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace YosWorkflow.Web.Tests.Routes;

[Collection(nameof(KentSite))]
public sealed partial class ReportRouteTests(KentSite kent)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/*", "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html;charset=utf-8", "text/html")]
    [InlineData("text/csv", "text/csv")]
    [InlineData(Word, Word)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.1,text/csv;q=0.5", "text/csv")]
    [InlineData("application/json;q=0, */*", "text/html")]
    public async Task Get_Accept_ChoosesTheForm(string? accept, string expected)
    {
        using var answer = await GetAsync("/api/reports/compliance", accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/api/reports/compliance", "application/pdf", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/reports/compliance", "text/html;q=0", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/reports/compliance", "nonsense", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/reports/nothing", null, HttpStatusCode.NotFound)]
    [InlineData("/api/reports/learning?from=x", null, HttpStatusCode.BadRequest)]
    [InlineData("/api/reports/snapshot?from=2011-09-01&to=2011-08-01", null, HttpStatusCode.BadRequest)]
    [InlineData("/service/reports/nothing", null, HttpStatusCode.NotFound)]
    [InlineData("/service/reports/learning?format=pdf", null, HttpStatusCode.NotFound)]
    public async Task Get_WhatThereIsNot_SaysSo(string address, string? accept, HttpStatusCode status)
    {
        using var answer = await GetAsync(address, accept);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Get_Compliance_HasTheFiguresOfTheServicesPage()
    {
        using var answer = await GetAsync("/api/reports/compliance?from=2010-11&to=2011-10-04", null);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var page = await kent.Client.GetStringAsync("/service?csv=months", Stop);

        Assert.Equal("2010-11-01", report.RootElement.GetProperty("from").GetString());
        var months = report
            .RootElement.GetProperty("sections")[0]
            .GetProperty("tables")[0]
            .GetProperty("rows")
            .EnumerateArray();
        Assert.Equal(
            page.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[1]),
            months.Select(month => month.GetProperty("fell_due").GetRawText())
        );
    }

    [Fact]
    public async Task Get_Html_CarriesTheOneStyleThatItsPolicyAllows()
    {
        using var answer = await GetAsync("/service/reports/snapshot?from=2011-07-04", null);
        var html = await answer.Content.ReadAsStringAsync(Stop);

        var style = Style().Match(html).Groups["style"].Value;
        var hash = Convert.ToBase64String(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style))
        );
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("fewer than 5", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WordFromThePage_IsAFileWithANameOfItsOwn()
    {
        using var answer = await GetAsync(
            "/service/reports/compliance?from=2011-04&to=2011-06&format=docx",
            null
        );

        Assert.Equal(
            "compliance-2011-04-01-2011-06-30.docx",
            answer.Content.Headers.ContentDisposition?.FileName
        );
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.NotNull(zip.GetEntry("word/document.xml"));
    }

    [Fact]
    public async Task Get_LearningWithoutAnAudit_SaysSo()
    {
        using var answer = await GetAsync("/api/reports/learning", "text/html");

        Assert.Contains(
            "No audit was held in this time.",
            await answer.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
    }

    private Task<HttpResponseMessage> GetAsync(string address, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return kent.Client.SendAsync(request, Stop);
    }

    [GeneratedRegex(
        "<style>(?<style>.*?)</style>",
        RegexOptions.Singleline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Style();
}
