using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Auditing;

public sealed class TendReturnTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Ends = new(2011, 12, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tend_FromTheDrawToTheEnd_TellsOfThatCaseWhatTheMorningsWouldAndSaysWhenNext()
    {
        using var mornings = await StartAsync();
        using var tended = await StartAsync();
        var caseRef = (await mornings.SampleAsync()).Report.Cases[0].CaseRef;
        await tended.SampleAsync();
        for (var day = AuditService.Day; day < Ends; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                await mornings.Get<AuditDay>().ExecuteAsync(day, AuditService.Staff, false, Stop);
            }
        }

        var looks = new List<string>();
        for (DateOnly? day = AuditService.Day; day is { } look; day = await TendAsync(tended, caseRef, look))
        {
            looks.Add($"{look:MM-dd}");
        }

        Assert.Equal(["11-01", "11-10", "11-15", "11-16", "11-18", "11-23", "11-28", "12-01"], looks);
        var told = await ToldAsync(tended);
        Assert.All(told, line => Assert.Contains($" {caseRef} ", line, StringComparison.Ordinal));
        Assert.Equal(
            (await ToldAsync(mornings)).Where(line =>
                line.Contains($" {caseRef} ", StringComparison.Ordinal)
            ),
            told
        );
    }

    [Fact]
    public async Task Tend_AfterTheMorning_AndTheMorningAfterIt_TellNothingTwice()
    {
        using var world = await StartAsync();
        var caseRef = (await world.SampleAsync()).Report.Cases[0].CaseRef;
        var morning = world.Get<AuditDay>();
        await morning.ExecuteAsync(AuditService.Day, AuditService.Staff, false, Stop);
        var first = await ToldAsync(world);

        await TendAsync(world, caseRef, AuditService.Day);
        Assert.Equal(first, await ToldAsync(world));

        DateOnly due = new(2011, 11, 15);
        await TendAsync(world, caseRef, due);
        var second = await ToldAsync(world);
        await morning.ExecuteAsync(due, AuditService.Staff, false, Stop);
        var third = await ToldAsync(world);

        Assert.Equal(first.Length + 1, second.Length);
        Assert.Equal(third.Distinct(), third);
        Assert.Single(
            third,
            line =>
                line.Contains($" {caseRef} audit-return", StringComparison.Ordinal)
                && line.StartsWith("2011-11-15", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Tend_AuditorAway_HandsTheCaseOverAndTellsTheOther()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases[0];
        await TendAsync(world, drawn.CaseRef, AuditService.Day);
        await SeededCaseload.WriteAsync(world.Storage, AuditService.Without(drawn.AuditorId!), [], Stop);

        var next = await TendAsync(world, drawn.CaseRef, new(2011, 11, 3));

        var now = (await world.ReadAsync()).Cases.Single(one => one.CaseRef == drawn.CaseRef);
        Assert.Equal([drawn.AuditorId!], now.AuditorBefore);
        Assert.NotEqual(drawn.AuditorId, now.AuditorId);
        Assert.Contains(
            await ToldAsync(world),
            line =>
                line.StartsWith(
                    $"2011-11-03 {now.AuditorId} email {drawn.CaseRef} audit-return",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(new DateOnly(2011, 11, 10), next);
    }

    [Fact]
    public async Task Tend_ReturnsComeIn_AsksForTheSecondCheckAndGoesOnOnlyWithThat()
    {
        using var world = await StartAsync();
        var drawn = (await world.SampleAsync()).Report.Cases;
        DateOnly day = new(2011, 11, 9);
        var next = new Dictionary<string, DateOnly?>();
        foreach (var one in drawn)
        {
            await world.SubmitAsync(one.CaseRef, day);
            next[one.CaseRef] = await TendAsync(world, one.CaseRef, day);
        }

        var second = (await world.ReadAsync()).Cases.Single(one => one.SecondReaderId is not null).CaseRef;
        Assert.Equal([second], next.Where(one => one.Value is not null).Select(one => one.Key));
        await world.SubmitAsync(second, day, isSecond: true);
        Assert.Null(await TendAsync(world, second, day));
    }

    [Fact]
    public async Task Tend_AfterTheLastDay_LeavesWhatIsMissingToTheClosing()
    {
        using var world = await StartAsync();
        var caseRef = (await world.SampleAsync()).Report.Cases[0].CaseRef;

        Assert.Equal(
            new DateOnly(2011, 12, 6),
            await TendAsync(world, caseRef, new(2011, 12, 5), endsOn: new(2011, 12, 6))
        );
        Assert.Empty(await ToldAsync(world));
        Assert.Null(await TendAsync(world, caseRef, new(2011, 12, 6), endsOn: new(2011, 12, 6)));
    }

    [Fact]
    public async Task Tend_AtTheWeekend_TellsNobodyAndIsDueOnMonday()
    {
        using var world = await StartAsync();
        var caseRef = (await world.SampleAsync()).Report.Cases[0].CaseRef;

        Assert.Equal(new DateOnly(2011, 11, 7), await TendAsync(world, caseRef, new(2011, 11, 5)));
        Assert.Empty(await ToldAsync(world));
    }

    [Fact]
    public async Task Tend_NoSuchRoundOrCase_ThereIsNothingToLookAfter()
    {
        using var world = await StartAsync();
        Assert.Null(await TendAsync(world, "A0", AuditService.Day));
        await world.SampleAsync();
        Assert.Null(await TendAsync(world, "Z9", AuditService.Day));
        Assert.Null(await TendAsync(world, "Z/9", AuditService.Day));
    }

    private static Task<DateOnly?> TendAsync(
        ChaseWorld world,
        string caseRef,
        DateOnly day,
        DateOnly? endsOn = null
    ) => world.Get<TendReturn>().ExecuteAsync(AuditService.Round, caseRef, day, endsOn ?? Ends, Stop);

    private static async Task<string[]> ToldAsync(ChaseWorld world) =>
        [
            .. (await world.Get<AuditTable>().ReadNoticesAsync(AuditService.Round, DateOnly.MaxValue, Stop))
                .SelectMany(notice =>
                    notice.Items.Select(item =>
                        $"{notice.Digest.Day:yyyy-MM-dd} {notice.Digest.PersonId} {notice.Digest.Channel.ToString().ToLowerInvariant()} {item.CaseRef} {item.RuleId} {item.Step}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    private Task<ChaseWorld> StartAsync() =>
        ChaseWorld.StartAsync(azurite, AuditService.Staff, AuditService.Cases, AuditService.Day);
}
