using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>Whatever is sent and whatever goes wrong, nothing that is secret or personal gets into a log of ours.</summary>
public sealed class LogTests(AzuriteFixture azurite)
{
    private const string Reason = "His mother Jane Doe has moved to 5 High Street";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_AnythingAtAll_LogsNoSecretNoAddressAndNoWordOfABody()
    {
        using var log = new Written();
        var storage = await azurite.NewStorageAsync(Stop);
        await AccessCaseload.SeedAsync(storage, Stop);
        await using (var local = await TestSite.StartAsync(storage, Seed.Today, Stop, log: log))
        {
            await local.SignInAsync("CM1", Stop);
        }

        await using (
            var azure = await TestSite.StartAsync(storage, Seed.Today, Stop, AccessSites.InAzure, log)
        )
        {
            await SendAsync(azure);
        }

        await using (
            var down = await TestSite.StartAsync(Nowhere(), Seed.Today, Stop, AccessSites.InAzure, log)
        )
        {
            await SendAsync(down);
        }

        Assert.Contains(log.Lines, line => line.Contains("Storage did not answer", StringComparison.Ordinal));
        string[] secret =
        [
            TestSite.RightKey,
            "a-secret-of-the-webhook",
            "Jane Doe",
            "High Street",
            "Person CM1",
            "@yos.example",
            AccessCaseload.EntraIdOf("PS1"),
            "yos-sign-in",
            "AccountKey",
            "SharedKey",
        ];
        Assert.All(
            log.Lines,
            line =>
                Assert.DoesNotContain(secret, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    private static async Task SendAsync(TestSite site)
    {
        foreach (var line in AccessLine.All.Where(line => line.Host is null))
        {
            foreach (var caller in new[] { "PS1", "KEY" })
            {
                using var request = AccessRequests.To(
                    line,
                    caller,
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["K-OWN"] = "0",
                        ["K-OTHER"] = "0",
                    }
                );
                request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", "a-secret-of-the-webhook");
                if (request.Content is JsonContent)
                {
                    request.Content = JsonContent.Create(
                        new
                        {
                            reason = Reason,
                            until = "x",
                            text = Reason,
                        }
                    );
                }

                if (caller == "KEY")
                {
                    request.Headers.Add("x-functions-key", TestSite.RightKey);
                }
                else
                {
                    Principal.Of(AccessCaseload.EntraIdOf(caller)).AddTo(request);
                }

                (await site.Client.SendAsync(request, Stop)).Dispose();
            }
        }
    }

    private static TableStorage Nowhere() =>
        TableStorage.FromConnectionString(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;",
            "",
            options => options.Retry.MaxRetries = 0
        );

    /// <summary>All that our code logs, with its exceptions; what the framework logs of itself is the hosts' to switch off.</summary>
    private sealed class Written : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            new Writer(categoryName.StartsWith("YosWorkflow", StringComparison.Ordinal) ? Lines : []);

        public void Dispose() { }

        private sealed class Writer(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
