using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace YosWorkflow.Browser.Tests;

/// <summary>Every page for who uses it, on a telephone, a tablet and a desk.</summary>
[Collection(nameof(KentInChromium))]
public sealed class EveryPageTests(KentInChromium kent)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
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
            { "ADM1", "/nowhere" },
            { "ADM1", "/problems" },
            { "ADM1", "/api-docs" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Open_AtEveryWidth_IsAccessibleFitsAndIsQuiet(string staffId, string address)
    {
        Assert.SkipWhen(KentInChromium.WhyNot is not null, KentInChromium.WhyNot ?? "");
        var page = await kent.OpenAsync(staffId, Widths[0]);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // That an answer is a problem's page is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(kent.AddressOf(address));
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            complaints.AddRange(await ComplaintsOfAsync(page, width));
        }

        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Distinct()));
    }

    private static async Task<IEnumerable<string>> ComplaintsOfAsync(IPage page, int width)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{width} px: ");
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => {
                const root = document.documentElement;
                return root.scrollWidth <= root.clientWidth
                    ? []
                    : [...document.querySelectorAll("main *")]
                        .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
                        .slice(0, 5)
                        .map(one => `wider than the window: ${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`);
            }
            """
        );
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(RunAxe).WaitAsync(Longest);
        return wide.Concat(violations).Select(line => at + line);
    }
}
