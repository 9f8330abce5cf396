using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace YosWorkflow.Browser.Tests;

/// <summary>Every page for who uses it, on a telephone, a tablet and a desk.</summary>
[Collection(nameof(KentInChromium))]
public sealed class EveryPageTests(KentInChromium kent)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private const string Round = "/audits/golden-thread/2011-09/";
    private const string Preview = "/audits/draw?programme=golden-thread&seed=seed&preview=yes";

    private static readonly int[] Widths = [320, 768, 1280];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Without the packages' own runner: it opens a blank page for every run. Frames hold emails, which are looked at elsewhere.
    private const string RunAxe = """
        async () => (await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            preload: false,
            iframes: false,
            resultTypes: ["violations"],
        })).violations.flatMap(one => one.nodes.map(node => `${one.id}: ${one.help}: ${node.html}`))
        """;

    /// <summary>Who looks at what; a problem's page answers with a status of its own.</summary>
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "CM001", "/" },
            { "CM001", "/my-day" },
            { "CM001", "/my-team" },
            { "CM001", "/rules" },
            { "CM001", "/obligations" },
            { "PS01", "/my-day" },
            { "PS01", "/my-team" },
            { "PS01", "/my-team/agenda" },
            { "HOS1", "/" },
            { "HOS1", "/my-team" },
            { "EPM1", "/obligations?status=overdue&page=2" },
            { "EPM1", "/my-team?team=East%20Kent&asOf=2011-07-01" },
            { "HOS1", "/service" },
            { "HOS1", "/service/run-chart/risk-meeting" },
            { "EPM1", "/service/run-chart/all?team=East%20Kent&from=2010-10&to=2011-09" },
            { "EPM1", "/service/overdue" },
            { "EPM1", "/service/workload" },
            { "EPM1", "/service/children" },
            { "EPM1", "/service/data-quality" },
            { "EPM1", "/service/data-quality?kind=risk-since-missing" },
            { "reader of open", Round + "{open}" },
            { "reader of started", Round + "{started}?view=contents&done=saved" },
            { "reader of started", Round + "{started}?section=assessment" },
            { "reader of started", Round + "{started}?section=plans" },
            { "reader of started", Round + "{started}/check" },
            { "reader of back", Round + "{back}?section=oversight" },
            { "reader of twice", Round + "{twice}" },
            { "reader of twice", Round + "{twice}?done=submitted" },
            { "reader of manager of twice", Round + "{twice}" },
            { "EPM1", Round + "{twice}" },
            { "EPM1", Round + "{open}" },
            { "EPM1", Round + "{twice}/second-check" },
            { "EPM1", Round + "{twice}/both" },
            { "EPM1", Round + "{twice}/reopenings" },
            { "EPM1", Round + "{twice}/actions?question=supervision" },
            { "reader of manager of twice", Round + "{twice}/actions/{action}/completion" },
            { "CM001", "/audits" },
            { "reader of started", "/audits" },
            { "reader of started", "/audits/golden-thread/2011-09" },
            { "EPM1", "/audits" },
            { "EPM1", "/audits/draw" },
            { "EPM1", Preview + "&month=2011-08&asOf=2011-08-01&percent=20&min=20" },
            { "EPM1", Preview + "&month=2011-09&asOf=2011-10-04" },
            { "HOS1", "/audits/golden-thread/2011-09" },
            { "EPM1", "/audits/golden-thread/2011-07?begun=yes" },
            { "EPM1", "/audits/golden-thread/2011-07" },
            { "EPM1", "/audits/golden-thread/2011-09/findings" },
            { "HOS1", "/audits/golden-thread/2011-09/actions" },
            { "EPM1", Round + "{open}/auditor" },
            { "HOS1", Round + "{twice}/auditor" },
            { "ADM1", "/audits" },
            { "HOS1", "/service/reports" },
            { "HOS1", "/service/reports/compliance?from=2010-10&to=2011-09" },
            { "HOS1", "/service/reports/snapshot" },
            { "ADM1", "/deliveries" },
            { "ADM1", "/deliveries/2011-10-04/CM002/email" },
            { "ADM1", "/runs" },
            { "ADM1", "/chases/2011-10-04" },
            { "ADM1", "/import" },
            { "ADM1", "/import/{staged}" },
            { "ADM1", "/imports/{import}" },
            { "PS01", "/acknowledge/{overdue}" },
            { "HOS1", "/my-day" },
            { "HOS1", "/my-day?find=an" },
            { "ADM1", "/" },
            { "ADM1", "/sent" },
            { "", "/sign-in" },
            { "", "/teams" },
            { "ADM1", "/nowhere" },
            { "ADM1", "/problems" },
            { "ADM1", "/api-docs" },
        };

    public static TheoryData<string> Readers => [.. Pages.Select(row => row.Data.Item1).Distinct()];

    public static TheoryData<string> Roles => ["CM001", "PS01", "TM01", "EPM1", "HOS1", "ADM1"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Open_AtEveryWidth_IsAccessibleFitsAndIsQuiet(string staffId, string address)
    {
        var (page, complaints) = await OpenAsync(staffId, withScript: true);
        await page.GotoAsync(kent.AddressOf(address));
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            complaints.AddRange(await TooWideAsync(page, width));
            // Between those two nothing is arranged otherwise than on one of them.
            if (width != Widths[1])
            {
                complaints.AddRange(await ViolationsAsync(page, width));
            }
        }

        await CloseAsync(page, complaints);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Open_AtEveryWidthWithoutScript_FitsAndIsQuiet(string staffId)
    {
        var (page, complaints) = await OpenAsync(staffId, withScript: false);
        foreach (var address in Pages.Where(row => row.Data.Item1 == staffId).Select(row => row.Data.Item2))
        {
            await page.GotoAsync(kent.AddressOf(address));
            complaints.AddRange(await WithoutHeadingAsync(page, address));
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                complaints.AddRange((await TooWideAsync(page, width)).Select(line => $"{address}: {line}"));
            }
        }

        await CloseAsync(page, complaints);
    }

    // The pages that are not opened above for a role, as it sees them or is told that they are for others; widths take turns, and so
    // do script and none.
    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Open_EveryPageAsEachRole_FitsAndIsQuiet(string staffId)
    {
        var (scripted, complaints) = await OpenAsync(staffId, withScript: true);
        var (plain, others) = await OpenAsync(staffId, withScript: false);
        var seen = Pages.Where(row => row.Data.Item1 == staffId).Select(row => PathOf(row.Data.Item2));
        var turn = 0;
        foreach (var path in Pages.Select(row => PathOf(row.Data.Item2)).Except(seen, StringComparer.Ordinal))
        {
            var (page, width) = (turn % 2 == 0 ? scripted : plain, Widths[turn % Widths.Length]);
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(kent.AddressOf(path));
            complaints.AddRange(await WithoutHeadingAsync(page, path));
            complaints.AddRange((await TooWideAsync(page, width)).Select(line => $"{path}: {line}"));
            turn++;
        }

        await CloseAsync(plain, others);
        await CloseAsync(scripted, complaints);
    }

    private static string PathOf(string address) => address.Split('?')[0];

    // A failure has a heading too, but of its own.
    private static async Task<IEnumerable<string>> WithoutHeadingAsync(IPage page, string address)
    {
        var headings = await page.Locator("main h1").AllTextContentsAsync();
        return headings.Count == 1 && !headings[0].Contains("went wrong", StringComparison.OrdinalIgnoreCase)
            ? []
            : [$"{address}: {string.Join(", ", headings)}"];
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string staffId, bool withScript)
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        var page = await kent.OpenAsync(staffId.Length == 0 ? null : staffId, Widths[0], withScript);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // That an answer is a problem's page is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }

    private static async Task CloseAsync(IPage page, List<string> complaints)
    {
        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Distinct()));
    }

    // Both have an address only while files are waiting. They are thrown away again: others look at the same service.
    [Fact]
    public async Task Open_WhatAnImportWouldChangeAndHowFarItIs_AreAccessibleAndFit()
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        var page = await kent.OpenAsync("ADM1", Widths[0]);
        await page.GotoAsync("/import");
        await page.SetInputFilesAsync(
            "#staff",
            new FilePayload
            {
                Name = "staff.csv",
                MimeType = "text/csv",
                Buffer =
                    "staff_id,name,email,role\nX1,Xan,x1@yos.example,case_manager\nX2,Xu,,nobody\n"u8.ToArray(),
            }
        );
        await page.ClickAsync("button:has-text('See what would change')");
        var preview = new Uri(page.Url).AbsolutePath;
        var complaints = new List<string>();
        foreach (var address in (string[])[preview, preview + "/progress?since=1317718800"])
        {
            await page.GotoAsync(address);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                complaints.AddRange(await TooWideAsync(page, width));
                complaints.AddRange(await ViolationsAsync(page, width));
            }
        }

        await page.GotoAsync(preview);
        await page.ClickAsync("button:has-text('Throw the files away')");
        await page.Context.CloseAsync();
        Assert.StartsWith("/import/", preview, StringComparison.Ordinal);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Distinct()));
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => {
                const root = document.documentElement;
                return root.scrollWidth <= root.clientWidth
                    ? []
                    : [...document.querySelectorAll("main *")]
                        .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
                        .slice(0, 5)
                        .map(one => `wider than the window: ${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`)
                        .concat("wider than the window");
            }
            """
        );
        return wide.Select(line => At(width) + line);
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, int width)
    {
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(RunAxe).WaitAsync(Longest);
        return violations.Select(line => At(width) + line);
    }

    private static string At(int width) => string.Create(CultureInfo.InvariantCulture, $"{width} px: ");
}
