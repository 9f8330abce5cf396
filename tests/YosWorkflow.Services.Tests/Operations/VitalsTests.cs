using System.Diagnostics.Metrics;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Auditing;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Operations;

public sealed class VitalsTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // London is an hour ahead of UTC in October.
    [Theory]
    [InlineData("2011-10-04T08:29:00Z", false)]
    [InlineData("2011-10-04T08:30:00Z", true)]
    [InlineData("2011-10-04T22:00:00Z", true)]
    [InlineData("2011-10-08T12:00:00Z", false)] // a Saturday
    [InlineData("2011-12-27T12:00:00Z", false)] // a bank holiday
    [InlineData("2011-12-28T09:29:00Z", false)] // winter
    [InlineData("2011-12-28T09:30:00Z", true)]
    public async Task Read_NoChase_IsMissingFromHalfPastNineOfAWorkingDayInLondon(string now, bool missing)
    {
        using var world = await AtAsync(now);

        Assert.Equal(missing, (await world.Get<ReadVitals>().ExecuteAsync(Stop)).ChaseMissing);
    }

    [Fact]
    public async Task Read_AfterTheChase_NothingIsMissing()
    {
        using var world = await AtAsync("2011-10-04T12:00:00Z");
        Assert.True((await world.Get<ReadVitals>().ExecuteAsync(Stop)).ChaseMissing);

        await world.ChaseAsync(Small.Day);

        var vitals = await world.Get<ReadVitals>().ExecuteAsync(Stop);
        Assert.False(vitals.ChaseMissing);
        Assert.Null(vitals.OldestUnsent);
        var told = (await world.Get<DigestTable>().ReadDayAsync(Small.Day, Stop)).Count;
        Assert.Equal(new LastChase(0, TimeSpan.Zero, told), vitals.LastChase);
        Assert.All(vitals.Signs, sign => Assert.True(sign.IsWell, sign.Name));
    }

    [Fact]
    public async Task Read_AChaseThatNeverEnded_IsMissing()
    {
        using var world = await AtAsync("2011-10-04T12:00:00Z");

        await world.Get<Services.Chasing.OpenChase>().ExecuteAsync(Small.Day, Stop);

        Assert.True((await world.Get<ReadVitals>().ExecuteAsync(Stop)).ChaseMissing);
    }

    [Fact]
    public async Task Read_DaysAfterTheLastChase_AreCountedWhateverBecameOfThoseBetween()
    {
        using var world = await AtAsync("2011-10-04T07:00:00Z");
        Assert.Null((await world.Get<ReadVitals>().ExecuteAsync(Stop)).LastChase);
        await world.ChaseAsync(Small.Day);
        await world.Get<Services.Chasing.OpenChase>().ExecuteAsync(Small.Day.AddDays(1), Stop);
        await world.ChaseAsync(Small.Day.AddDays(4)); // a Saturday, on which nobody is told

        ((ImpatientClock)world.Get<TimeProvider>()).SetUtcNow(At("2011-10-11T07:00:00Z"));
        var vitals = await world.Get<ReadVitals>().ExecuteAsync(Stop);

        Assert.Equal(7, vitals.LastChase?.DaysAgo);
        Assert.False(vitals.Signs.Single(sign => sign.Name == VitalNames.ChaseAge).IsWell);
        Assert.False(vitals.IsWell);
    }

    [Fact]
    public async Task Read_RoundsThatAreNotClosed_AreCounted()
    {
        using var world = await ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases);
        var audits = world.Get<AuditTable>();
        await audits.ListRoundAsync(new("golden-thread", new(2011, 8, 1)), Stop); // listed, and never drawn
        await world.SampleAsync();

        Assert.Equal(1, (await world.Get<ReadVitals>().ExecuteAsync(Stop)).RoundsOpen);

        var found = await audits.FindRoundAsync(AuditService.Round, Stop);
        await audits.TryMoveOnAsync(found!.Round with { State = RoundState.Closed }, found.ETag, Stop);
        Assert.Equal(0, (await world.Get<ReadVitals>().ExecuteAsync(Stop)).RoundsOpen);
    }

    [Theory]
    [InlineData("2011-10-04T12:00:00Z", 5)]
    [InlineData("2011-10-04T20:00:00Z", null)] // at night nothing is sent, so nothing waits
    [InlineData("2011-10-08T12:00:00Z", null)] // nor at the weekend
    public async Task Read_DigestsThatWait_CountInTheDaytime(string now, int? hours)
    {
        using var world = await AtAsync(now);
        await world
            .Get<DigestTable>()
            .InsertNewAsync(
                [
                    Digest("CM1", DigestState.Created, "2011-10-04T07:00:00Z"),
                    Digest("CM2", DigestState.Failed, "2011-10-04T09:00:00Z"),
                    Digest("CM3", DigestState.Parked, "2011-10-04T05:00:00Z"),
                    Digest("PS1", DigestState.Delivered, "2011-10-04T05:00:00Z"),
                ],
                Stop
            );

        var vitals = await world.Get<ReadVitals>().ExecuteAsync(Stop);

        Assert.Equal(hours, vitals.OldestUnsent?.TotalHours);
        Assert.Equal(1, vitals.Parked);
        Assert.False(vitals.Signs.Single(sign => sign.Name == VitalNames.Parked).IsWell);
        Assert.Equal(hours is null, vitals.Signs.Single(sign => sign.Name == VitalNames.OldestUnsent).IsWell);
    }

    [Fact]
    public async Task Read_Imports_GivesTheAgeOfTheLatest()
    {
        using var world = await AtAsync("2011-10-04T12:00:00Z");
        Assert.Null((await world.Get<ReadVitals>().ExecuteAsync(Stop)).ImportAge);

        foreach (var (id, at) in new[] { ("b", "2011-09-30T12:00:00Z"), ("a", "2011-09-29T12:00:00Z") })
        {
            await world
                .Get<ImportRunTable>()
                .WriteAsync(new ImportRun(id, At(at), new ImportReport(ImportCounts.None, [], 0)), Stop);
        }

        var vitals = await world.Get<ReadVitals>().ExecuteAsync(Stop);
        Assert.Equal(TimeSpan.FromDays(4), vitals.ImportAge);
        Assert.False(vitals.Signs.Single(sign => sign.Name == VitalNames.ImportAge).IsWell);
    }

    [Fact]
    public async Task Record_Vitals_AreMeasuredByTheirNamesAndNothingElseIsSaid()
    {
        using var world = await AtAsync("2011-10-04T12:00:00Z");
        var measured = new Dictionary<string, double>();
        var meter = world.Get<ServiceTelemetry>().Meter;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter == meter)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                Assert.Equal(0, tags.Length);
                lock (measured)
                {
                    measured[instrument.Name] = value;
                }
            }
        );
        listener.Start();

        var vitals = await world.Get<RecordVitals>().ExecuteAsync(Stop);

        Assert.Equal(
            vitals
                .Signs.OrderBy(sign => sign.Name, StringComparer.Ordinal)
                .Select(sign => (sign.Name, sign.Value)),
            measured.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))
        );
        Assert.Equal(1, measured[VitalNames.ChaseMissing]);
    }

    private async Task<ChaseWorld> AtAsync(string now)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(storage, Small.Staff, Small.Cases, Stop);
        return new ChaseWorld(storage, new ImpatientClock(At(now)), new PostBox());
    }

    private static StoredDigest Digest(string person, DigestState state, string createdAt) =>
        new()
        {
            Key = new DigestKey(Small.Day, person, Channel.Email),
            State = state,
            CreatedAt = At(createdAt),
            ChangedAt = At(createdAt),
        };

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
