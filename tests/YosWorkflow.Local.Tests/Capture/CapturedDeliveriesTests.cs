using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Local.Capture;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.Capture;

public sealed class CapturedDeliveriesTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = new(2011, 10, 4);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DigestState.Sending, true, DigestState.Delivered)]
    [InlineData(DigestState.Sent, true, DigestState.Sent)]
    [InlineData(DigestState.Sending, false, DigestState.Sending)]
    public async Task SettleInDoubt_ADigest_IsDeliveredIfItWasInDoubtAndCaptured(
        DigestState before,
        bool isCaptured,
        DigestState after
    )
    {
        using var world = await WorldAsync(before, isCaptured);

        await world.Deliveries.SettleInDoubtAsync(Stop);

        Assert.Equal(after, await world.StateAsync());
    }

    [Theory]
    [InlineData(DigestState.Sending)]
    [InlineData(DigestState.Sent)]
    public async Task Report_WhatWasCaptured_IsDelivered(DigestState before)
    {
        using var world = await WorldAsync(before, isCaptured: true);

        await world.Deliveries.ReportAsync(Stop);
        await world.Deliveries.ReportAsync(Stop);

        Assert.Equal(DigestState.Delivered, await world.StateAsync());
    }

    private async Task<World> WorldAsync(DigestState state, bool isCaptured)
    {
        var key = new DigestKey(Day, "CM1", Channel.Email);
        var storage = await azurite.NewStorageAsync(Stop);
        var digests = new DigestTable(storage);
        await digests.InsertNewAsync([new StoredDigest { Key = key, State = state }], Stop);
        var world = new World(digests, key);
        if (isCaptured)
        {
            var body = JsonSerializer.SerializeToElement(
                new
                {
                    personalizations = new[] { new { to = new[] { new { email = "cm1@yos.example" } } } },
                    custom_args = new { digest = key.ToString() },
                }
            );
            await world.Captured.AppendAsync(
                new CapturedRequest("a", TimeProvider.System.GetUtcNow(), SendGridMail.Path, body),
                Stop
            );
        }

        return world;
    }

    private sealed class World : IDisposable
    {
        private readonly WorkDirectory directory = new();
        private readonly DigestTable digests;
        private readonly DigestKey key;

        public World(DigestTable digests, DigestKey key)
        {
            (this.digests, this.key) = (digests, key);
            Captured = new CapturedFiles(directory.Local.Make("captured"), TimeProvider.System);
            Deliveries = new CapturedDeliveries(
                Captured,
                digests,
                new ApplyDeliveryEvents(
                    digests,
                    TimeProvider.System,
                    NullLogger<ApplyDeliveryEvents>.Instance
                )
            );
        }

        public CapturedFiles Captured { get; }

        public CapturedDeliveries Deliveries { get; }

        public async Task<DigestState?> StateAsync() => (await digests.FindAsync(key, Stop))?.State;

        public void Dispose()
        {
            Captured.Dispose();
            directory.Dispose();
        }
    }
}
