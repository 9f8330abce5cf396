using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>
/// A chase that is killed at any of its storage requests, and started again, tells what an undisturbed one does: nothing twice but
/// an email that was on its way, which is marked, and nothing not at all.
/// </summary>
public sealed class ChaseCrashTests(AzuriteFixture azurite)
{
    // So that a claim of the dead counts as abandoned.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // One that is killed before a request leaves what one leaves that is killed after the request before, and what it sent since;
    // so not every one need be tried both ways.
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Execute_KilledAtAnyRequest_AndStartedAgain_TellsEverythingOnce(bool isSent, int every)
    {
        using var undisturbed = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        await undisturbed.ChaseAsync(Small.Day);
        var expected = (Marks: await MarksAsync(undisturbed), Digests: await DigestsAsync(undisturbed));
        for (var fatal = 1; ; fatal += every)
        {
            var prefix = await PreparedAsync();
            var clock = ChaseWorld.ClockOn(Small.Day);
            var post = new PostBox();
            var dying = new DyingStorage(fatal, isSent);
            using (var killed = new ChaseWorld(azurite.Storage(prefix, dying.Configure), clock, post))
            {
                await Record.ExceptionAsync(() => killed.ChaseAsync(Small.Day));
            }

            clock.Advance(Grace);
            using var again = new ChaseWorld(azurite.Storage(prefix), clock, post);
            await again.ChaseAsync(Small.Day);

            Assert.Equal(expected.Marks, await MarksAsync(again));
            Assert.Equal(expected.Digests, await DigestsAsync(again));
            await AssertToldOnceAsync(again, fatal);
            if (!dying.Died)
            {
                Assert.InRange(fatal, 30, 100);
                return;
            }
        }
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 7)]
    public async Task Execute_KilledAndOnlyChasedAgainTheNextDays_LosesNothingAndTellsNothingTwice(
        bool isSent,
        int every
    )
    {
        using var undisturbed = await ChaseWorld.StartAsync(azurite, Small.Staff, Small.Cases);
        foreach (var day in ThreeDays)
        {
            await undisturbed.MorningAsync(day);
        }

        var expected = (Marks: await MarksAsync(undisturbed), People: await PeopleAsync(undisturbed));
        var isDone = false;
        for (var fatal = 1; !isDone; fatal += every)
        {
            var prefix = await PreparedAsync();
            var clock = ChaseWorld.ClockOn(Small.Day);
            var post = new PostBox();
            var dying = new DyingStorage(fatal, isSent);
            using (var killed = new ChaseWorld(azurite.Storage(prefix, dying.Configure), clock, post))
            {
                await Record.ExceptionAsync(() => killed.ChaseAsync(Small.Day));
            }

            using var again = new ChaseWorld(azurite.Storage(prefix), clock, post);
            foreach (var day in ThreeDays.Skip(1))
            {
                await again.MorningAsync(day);
            }

            Assert.Equal(expected.Marks, await MarksAsync(again));
            Assert.Equal(expected.People, await PeopleAsync(again));
            await AssertNoStepTwiceAsync(again, fatal);
            isDone = !dying.Died;
        }
    }

    private static IEnumerable<DateOnly> ThreeDays =>
        Enumerable.Range(0, 3).Select(day => Small.Day.AddDays(day));

    // Who was told of what at all: how late, and so by which step, depends on when.
    private static async Task<string[]> PeopleAsync(ChaseWorld world) =>
        [
            .. (await AllDigestsAsync(world))
                .SelectMany(digest =>
                    digest.Items.Select(item => $"{digest.Key.PersonId} {item.CaseRef} {item.RuleId}")
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task AssertNoStepTwiceAsync(ChaseWorld world, int fatal)
    {
        var told = (await AllDigestsAsync(world))
            .SelectMany(digest =>
                digest.Items.Select(item =>
                    $"{digest.Key.PersonId} {digest.Key.Channel} {item.CaseRef} {item.RuleId} {item.Step}"
                )
            )
            .ToArray();
        var twice = told.GroupBy(line => line, StringComparer.Ordinal).Where(group => group.Count() > 1);
        Assert.True(
            !twice.Any(),
            $"Killed at request {fatal}, told twice: {string.Join("; ", twice.Select(one => one.Key))}"
        );
    }

    private static Task<IReadOnlyList<StoredDigest>> AllDigestsAsync(ChaseWorld world) =>
        world.Get<DigestTable>().ReadSinceAsync(Small.Day, [DigestState.Sent], Stop);

    private static async Task AssertToldOnceAsync(ChaseWorld world, int fatal)
    {
        var digests = await world.Get<DigestTable>().ReadDayAsync(Small.Day, Stop);
        var received = world
            .Post.Received.GroupBy(key => key)
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(digests.Select(digest => digest.Key).ToHashSet(), [.. received.Keys]);
        // One sender died, with at most one email of its claim gone out.
        Assert.InRange(received.Count(pair => pair.Key.Channel == Channel.Email && pair.Value > 1), 0, 1);
        foreach (var digest in digests)
        {
            var times = received[digest.Key];
            Assert.InRange(times, 1, 2);
            Assert.True(
                times == 1 || digest.Key.Channel == Channel.Teams || digest.MayBeDoubled,
                $"{digest.Key} came twice and is not marked, killed at request {fatal}."
            );
            Assert.Equal(DigestState.Sent, digest.State);
        }
    }

    private async Task<string> PreparedAsync()
    {
        var prefix = azurite.NewPrefix();
        var storage = azurite.Storage(prefix);
        foreach (
            var name in new[]
            {
                TableName.People,
                TableName.Cases,
                TableName.Chasing,
                TableName.Runs,
                TableName.Digests,
                TableName.Audits,
            }
        )
        {
            await storage.Table(name).CreateIfNotExistsAsync(Stop);
        }

        await SeededCaseload.WriteAsync(storage, Small.Staff, Small.Cases, Stop);
        return prefix;
    }

    private static Task<string[]> MarksAsync(ChaseWorld world) =>
        world.RowsAsync(
            TableName.Chasing,
            row => row.GetString("Marks0") is { } marks ? ToldLines.WithoutDays(marks) : "a notice is left"
        );

    // The notices of a team may be cut differently after a crash, and so their keys are not compared.
    private static Task<string[]> DigestsAsync(ChaseWorld world) =>
        world.RowsAsync(TableName.Digests, row => row.GetString("Items0"));
}
