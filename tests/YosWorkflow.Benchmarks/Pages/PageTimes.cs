using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Benchmarks.Pages;

/// <summary>
/// <c>pages [cases…]</c>: for every page of the route table, how long it takes to the first byte, beside the same reads of storage done
/// one after the other with the bare client, whose rows are thrown away. All of it in one run, turn by turn, on the loopback address.
/// </summary>
internal static class PageTimes
{
    private const int MostCases = 200_000;
    private const int WarmUps = 60;
    private const int Turns = 60;

    private static readonly int[] UsualCases = [650, 100_000];
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan APage = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var sizes = arguments
            .Select(argument => Math.Clamp(int.Parse(argument, CultureInfo.InvariantCulture), 1, MostCases))
            .DefaultIfEmpty(-1)
            .SelectMany(size => size < 0 ? UsualCases : [size]);
        foreach (var size in sizes)
        {
            await MeasureAsync(size, stop);
        }

        return 0;
    }

    private static async Task MeasureAsync(int cases, CancellationToken stop)
    {
        await using var azurite = await AzuriteProcess.StartAsync(stop);
        var noted = new NotedReads();
        var storage = TableStorage.FromConnectionString(
            azurite.ConnectionString,
            "",
            options => options.AddPolicy(noted, HttpPipelinePosition.PerCall)
        );
        await using var host = await PageHost.StartAsync(storage, stop);
        var seeding = Stopwatch.StartNew();
        var seeded = await new PageCaseload(cases).SeedAsync(storage, host.Service, stop);
        Say(
            FormattableString.Invariant(
                $"{cases:N0} cases in storage after {seeding.Elapsed.TotalSeconds:F0} s."
            )
        );
        Say("| page | who | transactions | reads ms | first byte ms | ratio | kB |");
        Say("|---|---|---|---|---|---|---|");
        var bare = new TableServiceClient(azurite.ConnectionString);
        foreach (var page in PagesToOpen.Of(seeded))
        {
            var address =
                page.Address == "{overdue}" ? await OverdueAsync(host, page.Who, stop) : page.Address;
            await MeasureAsync(page.Who, address, host, noted, bare, stop);
        }

        foreach (var left in PagesToOpen.LeftOut())
        {
            Say($"Not measured: {left}");
        }
    }

    // What can be acknowledged is known from the team's page.
    private static async Task<string> OverdueAsync(PageHost host, string who, CancellationToken stop)
    {
        using var request = await host.RequestAsync(who, "/my-team", stop);
        request.Headers.Remove("Accept-Encoding");
        using var answer = await host.Client.SendAsync(request, stop);
        var html = await answer.Content.ReadAsStringAsync(stop);
        var start = html.IndexOf("/acknowledge/", StringComparison.Ordinal);
        return start < 0 ? "/acknowledge/none/none" : html[start..html.IndexOf('"', start)];
    }

    private static async Task MeasureAsync(
        string who,
        string address,
        PageHost host,
        NotedReads noted,
        TableServiceClient bare,
        CancellationToken stop
    )
    {
        noted.Clear();
        var bytes = await OpenAsync();
        if (bytes < 0)
        {
            Say($"| {address} | {who} | no page | | | | |");
            return;
        }

        var (reads, requests) = (noted.Reads, noted.Requests);
        var (theirs, ours) = (new List<double>(), new List<double>());
        var warming = Stopwatch.StartNew();
        for (var turn = 0; turn < 3 || (turn < WarmUps && warming.Elapsed < Warming); turn++)
        {
            await FirstByteAsync();
        }

        for (
            var (turn, time) = (0, Stopwatch.StartNew());
            turn < 5 || (turn < Turns && time.Elapsed < APage);
            turn++
        )
        {
            var before = Stopwatch.GetTimestamp();
            foreach (var read in reads)
            {
                await read.DoAsync(bare, stop);
            }

            var between = Stopwatch.GetTimestamp();
            ours.Add(await FirstByteAsync());
            theirs.Add(Stopwatch.GetElapsedTime(before, between).TotalMilliseconds);
        }

        var (read50, first50) = (Median(theirs), Median(ours));
        Say(
            FormattableString.Invariant(
                $"| {address} | {who} | {requests} | {read50:F1} | {first50:F1} | {first50 / read50:F2} | {bytes / 1000.0:F0} |"
            )
        );

        async Task<long> OpenAsync()
        {
            using var request = await host.RequestAsync(who, address, stop);
            noted.Clear();
            request.Headers.Remove("Accept-Encoding");
            using var answer = await host.Client.SendAsync(request, stop);
            return answer.IsSuccessStatusCode ? answer.Content.Headers.ContentLength ?? 0 : -1;
        }

        async Task<double> FirstByteAsync()
        {
            using var request = await host.RequestAsync(who, address, stop);
            var start = Stopwatch.GetTimestamp();
            using var answer = await host.Client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                stop
            );
            await using var body = await answer.Content.ReadAsStreamAsync(stop);
            _ = await body.ReadAsync(new byte[1], stop);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            await body.CopyToAsync(Stream.Null, stop);
            return took;
        }
    }

    private static double Median(List<double> all)
    {
        all.Sort();
        return all[all.Count / 2];
    }

    private static void Say(string line) => Console.WriteLine(line);
}

/// <summary>Which pages are opened by whom.</summary>
internal static class PagesToOpen
{
    private const string Round = "/audits/golden-thread/2011-09";

    private static readonly string Day = IsoDate.Format(PageCaseload.Day);

    // Those that need something said, or that several look at.
    private static readonly (string Template, string Who, string Address)[] Known =
    [
        ("/", "HOS1", "/"),
        ("/", "CM-000-1", "/"),
        ("/my-day", "CM-000-1", "/my-day"),
        ("/my-day", "PS-000", "/my-day"),
        ("/my-day", "HOS1", "/my-day"),
        ("/obligations", "CM-000-1", "/obligations"),
        ("/obligations", "HOS1", "/obligations"),
        ("/obligations", "HOS1", "/obligations?team=Team%20000"),
        ("/my-team", "PS-000", "/my-team"),
        ("/my-team/agenda", "PS-000", "/my-team/agenda"),
        ("/acknowledge/{caseRef}/{ruleId}", "PS-000", "{overdue}"),
        ("/chases/{date}", "ADM1", $"/chases/{Day}"),
        ("/deliveries", "ADM1", "/deliveries"),
        ("/deliveries/{date}/{personId}/{channel}", "ADM1", $"/deliveries/{Day}/CM-000-1/email"),
        ("/runs", "ADM1", "/runs"),
        ("/import", "ADM1", "/import"),
        ("/import/{id}", "ADM1", "/import/{import}"),
        ("/imports/{id}", "ADM1", "/imports/{import}"),
        ("/sent", "ADM1", "/sent"),
        ("/service/run-chart/{ruleId}", "HOS1", "/service/run-chart/risk-meeting"),
        ("/service/reports/{report}", "HOS1", "/service/reports/compliance"),
        ("/audits", "{reader}", "/audits"),
        ("/audits/{programme}/{month}", "HOS1", Round),
        ("/audits/{programme}/{month}/findings", "HOS1", Round + "/findings"),
        ("/audits/{programme}/{month}/actions", "HOS1", Round + "/actions"),
        ("/audits/{programme}/{month}/sample", "HOS1", Round + "/sample"),
        ("/audits/{programme}/{month}/{caseRef}", "{reader}", Round + "/{caseRef}?view=contents"),
        ("/audits/{programme}/{month}/{caseRef}", "{reader}", Round + "/{caseRef}?section=assessment"),
        ("/audits/{programme}/{month}/{caseRef}/check", "{reader}", Round + "/{caseRef}/check"),
        ("/audits/{programme}/{month}/{caseRef}/auditor", "HOS1", Round + "/{caseRef}/auditor"),
    ];

    // They show nothing that is stored.
    private static readonly string[] Plain = ["/assets/{name}", "/problems", "/teams", "/rules", "/sign-in"];

    private static IEnumerable<string> Templates =>
        YosRoutes
            .All.Add(YosRoutes.Sent)
            .Where(route => route is { IsSafe: true, IsForPrograms: false })
            .Select(route => route.Template)
            .Except(Plain, StringComparer.Ordinal);

    /// <summary>The pages: those that are known, and any other that needs nothing said, as the head of service sees it.</summary>
    public static IEnumerable<(string Who, string Address)> Of(SeededPages seeded) =>
        Known
            .Select(page => (seeded.In(page.Who), seeded.In(page.Address)))
            .Concat(
                Others
                    .Where(template => !template.Contains('{', StringComparison.Ordinal))
                    .Select(template => ("HOS1", template))
            );

    /// <summary>The pages that are not opened.</summary>
    public static IEnumerable<string> LeftOut() =>
        Others.Where(template => template.Contains('{', StringComparison.Ordinal));

    private static IEnumerable<string> Others =>
        Templates.Except(Known.Select(page => page.Template), StringComparer.Ordinal);
}
