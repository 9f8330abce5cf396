using System.Collections.Concurrent;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>
/// Ten thousand requests that are wrong in some way, the same ones each time: none makes the service fail, and nothing changes.
/// </summary>
public sealed class FuzzTests(AzuriteFixture azurite)
{
    private const int Sent = 10_000;
    private const int Requests = 9_500;
    private const int RawRequests = 2_500;
    private const string NotSent = "not sent";
    private const int AtOnce = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20261124)]
    public async Task Send_TenThousandSpoiltRequests_NoneFailsAndNothingChanges(int seed)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await AccessCaseload.SeedAsync(storage, Stop);
        await using var azure = await TestSite.StartAsync(storage, Seed.Today, Stop, AccessSites.InAzure);
        await using var local = await TestSite.StartAsync(storage, Seed.Today, Stop);
        var before = await StoredRows.ReadAsync(storage, Stop);
        var spoiler = new Spoiler(seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => spoiler.Next()).ToArray();
        var answers = new ConcurrentDictionary<int, string>();

        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop },
            async (n, stop) => answers[n] = await StatusOfAsync(n % 2 == 0 ? azure : local, requests[n], stop)
        );
        for (var n = 0; n < RawRequests; n++)
        {
            using var raw = new RawRequest(azure.Client.BaseAddress!);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            var bytes = spoiler.NextBytes();
            var status = await raw.SendAsync(bytes, patience.Token);
            Assert.False(IsFailure($"{status}"), $"{n}: {status}");
        }

        var sent = RawRequests + answers.Values.Count(answer => answer != NotSent);
        Assert.True(sent >= Sent, $"Only {sent} of them were sent.");
        Assert.DoesNotContain(answers.Values, answer => IsFailure(answer));
        Assert.True(
            answers.Values.Select(answer => answer[..3]).Distinct(StringComparer.Ordinal).Count() > 6,
            "They are all alike, so that they try nothing."
        );
        Assert.Empty(azure.Starter.Started);
        Assert.Equal(before, await StoredRows.ReadAsync(storage, Stop));
    }

    // What reads like a request of another version of HTTP is answered so by the server, and comes no further.
    private static bool IsFailure(string answer) =>
        answer.StartsWith('5') && !answer.StartsWith("505", StringComparison.Ordinal);

    private static async Task<string> StatusOfAsync(
        TestSite on,
        HttpRequestMessage request,
        CancellationToken stop
    )
    {
        // Put behind the site's address as it is: resolved against it, what begins with two slashes would lead to another host.
        var site = on.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        if (!Uri.TryCreate(site + request.RequestUri!.OriginalString, asItIs, out var address))
        {
            return NotSent;
        }

        request.RequestUri = address;
        try
        {
            using var answer = await on.Client.SendAsync(request, stop);
            return $"{(int)answer.StatusCode} {request.Method} {request.RequestUri}";
        }
        catch (HttpRequestException)
        {
            return NotSent; // The client itself refuses to send it, or the server to read it.
        }
        finally
        {
            request.Dispose();
        }
    }
}
