using System.Collections.Immutable;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Auditing;

/// <summary>The app's own activities of a round with all that they use, over real tables, on a clock of the test's.</summary>
internal sealed class RealRound : IDisposable
{
    private readonly TableStorage storage;
    private readonly TestClock clock;
    private readonly ServiceProvider services;
    private readonly AuditActivities activities;

    private RealRound(TableStorage storage, TestClock clock)
    {
        (this.storage, this.clock) = (storage, clock);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<AuditActivities>()
            .AddSingleton<DueRounds>()
            .BuildServiceProvider();
        activities = services.GetRequiredService<AuditActivities>();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Six cases of Kent, in November 2011.</summary>
    public static SampleRequest Six { get; } =
        new(FakeRound.Round, FakeRound.Round.Month) { Size = SampleSize.Of(6), Seed = "seed" };

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>One over new tables with the caseload of Kent.</summary>
    public static async Task<RealRound> KentAsync(AzuriteFixture azurite, TestClock clock)
    {
        var tables = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(tables, Kent2011.Staff, Kent2011.Cases, Stop);
        return new RealRound(tables, clock);
    }

    /// <summary>From now on somebody is away.</summary>
    public Task IsAwayAsync(string staffId) =>
        SeededCaseload.WriteAsync(
            storage,
            new Staff([Kent2011.Staff.Find(staffId)! with { Active = false }]),
            [],
            Stop
        );

    /// <summary>Hands in a whole return.</summary>
    public async Task SubmitAsync(string caseRef, bool isSecond = false)
    {
        ImmutableArray<AnsweredQuestion> answers =
        [
            .. AuditProgrammes
                .Find(FakeRound.Round.ProgrammeId)!
                .Template.Questions.Select(question => new AnsweredQuestion(
                    question.QuestionId,
                    AuditAnswer.Met,
                    ""
                )),
        ];
        Assert.IsType<AuditOutcome<AuditReturn>.Done>(
            await Get<SaveReturn>()
                .ExecuteAsync(
                    new HandedIn(FakeRound.Round, caseRef, isSecond, "", answers, null, Submit: true),
                    clock.Today,
                    Stop
                )
        );
    }

    public async Task<RoundReport> ReadAsync() =>
        (await Get<ReadRound>().ExecuteAsync(FakeRound.Round, Stop))!;

    /// <summary>
    /// What was decided to be told, a line each, so that what was told twice is there twice: the first telling and the early
    /// reminder, and what is repeated every three working days, are told apart.
    /// </summary>
    public async Task<ImmutableArray<string>> ToldAsync() =>
        [
            .. (
                await Get<AuditTable>().ReadNoticesAsync(FakeRound.Round, DateOnly.MaxValue, Stop)
            ).SelectMany(notice =>
                notice.Items.Select(item =>
                    $"{notice.Digest.PersonId} {notice.Digest.Channel} {item.CaseRef} {item.RuleId} {item.Step} {item.WorkingDaysOverdue / 3} {item.DueOn.DayNumber - notice.Digest.Day.DayNumber <= 5}"
                )
            ),
        ];

    public void Register(DurableTaskRegistry registry)
    {
        registry.AddActivityFunc<RoundToBegin, SampleAnswer>(
            AuditActivities.Sample,
            (_, round) => activities.SampleAsync(round!, CancellationToken.None)
        );
        registry.AddActivityFunc<RoundId, BegunRound>(
            AuditActivities.Begin,
            async (_, round) =>
            {
                var begun = await activities.BeginAsync(round, CancellationToken.None);
                return begun with { EndsAt = clock.Real(begun.EndsAt) };
            }
        );
        registry.AddActivityFunc<AuditToTend, TendedAudit>(
            AuditActivities.Tend,
            async (_, audit) =>
                new TendedAudit(
                    clock.Real((await activities.TendAsync(audit!, CancellationToken.None)).NextAt)
                )
        );
        registry.AddActivityFunc<RoundToClose, RoundSummary>(
            AuditActivities.Close,
            (_, round) => activities.CloseAsync(round!, CancellationToken.None)
        );
    }

    public void Dispose() => services.Dispose();
}

/// <summary>
/// A clock that begins on a morning of 2011 and goes so many times faster than the engine's; the moments that activities name by it
/// are told to the engine by its own.
/// </summary>
internal sealed class TestClock(DateTimeOffset start, double speed) : TimeProvider
{
    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => start + ((DateTimeOffset.UtcNow - began) * speed);

    public DateTime? Real(DateTime? moment) =>
        moment is { } named ? (began + ((named - start.UtcDateTime) / speed)).UtcDateTime : null;
}
