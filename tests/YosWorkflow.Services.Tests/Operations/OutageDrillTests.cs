using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Operations;

/// <summary>
/// A real morning's chase with the real clients, while the providers are out for an hour from the middle of it. Nothing is done by
/// a person: only the sweep goes round, as it does in the hosts.
/// </summary>
public sealed class OutageDrillTests(AzuriteFixture azurite)
{
    private const int BeforeTheOutage = 5;
    private const int SweepMinutes = 10;

    private static readonly TimeSpan Outage = TimeSpan.FromHours(1);

    // Long enough to connect on a machine that does other work: who can't connect knows that nothing was sent, another case.
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(5);

    private static string[]? calmlyTold;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Weather.Failing)]
    [InlineData(Weather.Throttling)]
    [InlineData(Weather.Slow)]
    [InlineData(Weather.Flapping)]
    public async Task Chase_ProvidersOutForAnHour_NothingIsLostOrDoubledUnmarkedAndItRecoversByItself(
        Weather weather
    )
    {
        await using var provider = await DrillProvider.StartAsync(Stop);
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(storage, Kent2011.Staff, Kent2011.Cases, Stop);
        var clock = ChaseWorld.ClockOn(Kent2011.AsOf);
        var over = clock.GetUtcNow() + Outage;
        provider.Weather = number =>
            number > BeforeTheOutage && clock.GetUtcNow() < over ? weather : Weather.Fine;

        await using (var during = Process(storage, clock, provider, weather))
        {
            await during.GetRequiredService<ChaseDay>().ExecuteAsync(Kent2011.AsOf, dryRun: false, Stop);
            Assert.NotEmpty(await WaitingAsync(storage));
            await SweepUntilAsync(during, clock, _ => Task.FromResult(clock.GetUtcNow() >= over));
        }

        await using (var after = Process(storage, clock, provider, Weather.Fine))
        {
            await SweepUntilAsync(after, clock, async _ => (await WaitingAsync(storage)).Count == 0);
        }

        Assert.InRange(clock.GetUtcNow() - over, TimeSpan.Zero, Outage);
        var digests = await new DigestTable(storage).ReadDayAsync(Kent2011.AsOf, Stop);
        Assert.All(digests, digest => Assert.Equal(DigestState.Sent, digest.State));
        Assert.Equal(await CalmlyToldAsync(), Lines(digests));
        Assert.All(
            provider.Emails.GroupBy(email => email.Key),
            email => Assert.All(email.Where(one => one.Taken).Skip(1), again => Assert.True(again.Marked))
        );
        Assert.Equal(
            Keys(digests, Channel.Email),
            provider
                .Emails.Where(email => email.Taken)
                .Select(email => email.Key)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            digests.Count(digest => digest.Key.Channel == Channel.Teams),
            provider.Notifications.Where(one => one.Taken).DistinctBy(one => one.Key).Count()
        );
        if (weather is Weather.Failing or Weather.Throttling)
        {
            // What was refused for certain is neither doubled nor said to be.
            Assert.All(provider.Emails, email => Assert.False(email.Marked));
            Assert.Equal(
                digests.Count(digest => digest.Key.Channel == Channel.Email),
                provider.Emails.Count(email => email.Taken)
            );
        }
    }

    private static ServiceProvider Process(
        TableStorage storage,
        TimeProvider clock,
        DrillProvider provider,
        Weather weather
    )
    {
        var delivery = new DeliverySettings
        {
            Mode = DeliveryMode.Capture,
            SendGridApiKey = "capture",
            SendGridFrom = "chase@yos.example",
            SendGridBaseUrl = provider.Url,
            GraphBaseUrl = provider.Url,
        };
        TimeSpan? patience = weather is Weather.Slow or Weather.Flapping ? Impatient : null;
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IEmailSender>(services => new SendGridEmails(
                delivery,
                services.GetRequiredService<LetterHead>(),
                clock,
                patience
            ))
            .AddSingleton<ITeamsSender>(_ => new GraphActivityFeed(
                delivery,
                DeliveryCredential.Of(delivery),
                clock,
                patience
            ))
            .BuildServiceProvider();
    }

    private static async Task SweepUntilAsync(
        ServiceProvider services,
        ImpatientClock clock,
        Func<ServiceProvider, Task<bool>> isOver
    )
    {
        var send = services.GetRequiredService<SendDigests>();
        for (var turn = 0; turn < 24 && !await isOver(services); turn++)
        {
            clock.Advance(TimeSpan.FromMinutes(SweepMinutes));
            foreach (var page in SendDigests.Pages(await send.LeftOverAsync(Kent2011.AsOf, Stop)))
            {
                await send.ExecuteAsync(page, Kent2011.Staff, Stop);
            }
        }
    }

    private static Task<IReadOnlyList<StoredDigest>> WaitingAsync(TableStorage storage) =>
        new DigestTable(storage).ReadSinceAsync(
            Kent2011.AsOf,
            [DigestState.Created, DigestState.Sending, DigestState.Failed],
            Stop
        );

    private static IEnumerable<string> Keys(IEnumerable<StoredDigest> digests, Channel channel) =>
        digests
            .Where(digest => digest.Key.Channel == channel)
            .Select(digest => digest.Key.ToString())
            .Order(StringComparer.Ordinal);

    private static string[] Lines(IEnumerable<StoredDigest> digests) =>
        [
            .. digests
                .SelectMany(digest =>
                    digest.Items.Select(item =>
                        $"{digest.Key} {item.CaseRef} {item.RuleId} {Codes<ChaseStep>.Of(item.Step)}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    // What the same morning tells when all is well.
    private async Task<string[]> CalmlyToldAsync()
    {
        if (calmlyTold is { } known)
        {
            return known;
        }

        using var world = await ChaseWorld.StartAsync(azurite, Kent2011.Staff, Kent2011.Cases);
        await world.ChaseAsync(Kent2011.AsOf);
        return calmlyTold = Lines(await world.Get<DigestTable>().ReadDayAsync(Kent2011.AsOf, Stop));
    }
}
