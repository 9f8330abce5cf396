using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests.Chasing;

/// <summary>The app's own activities with all that they use, over real tables; only the senders note what they are given.</summary>
internal sealed class RealChase : IDisposable
{
    private readonly ServiceProvider services;
    private readonly ChaseActivities activities;
    private readonly ConcurrentDictionary<string, int> done = new(StringComparer.Ordinal);

    private RealChase(TableStorage storage, PostBox post)
    {
        Post = post;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(
                new FakeTimeProvider(new DateTimeOffset(Kent2011.AsOf, new TimeOnly(6, 0), TimeSpan.Zero))
            )
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IEmailSender>(post)
            .AddSingleton<ITeamsSender>(post)
            .AddSingleton<ChaseActivities>()
            .BuildServiceProvider();
        activities = services.GetRequiredService<ChaseActivities>();
    }

    /// <summary>What went out.</summary>
    public PostBox Post { get; }

    /// <summary>Whether each step dies once it has done its work, the first time, before that is recorded.</summary>
    public bool StepsDieOnce { get; init; }

    /// <summary>What is done when a step has done its work: given its name and how often it has.</summary>
    public Action<string, int> AfterStep { get; set; } = (_, _) => { };

    /// <summary>One over new tables with the caseload of Kent.</summary>
    public static async Task<RealChase> KentAsync(AzuriteFixture azurite, bool stepsDieOnce = false)
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = await azurite.NewStorageAsync(stop);
        await SeededCaseload.WriteAsync(storage, Kent2011.Staff, Kent2011.Cases, stop);
        return new RealChase(storage, new PostBox()) { StepsDieOnce = stepsDieOnce };
    }

    /// <summary>Chases the day of Kent in one process, as the local host does.</summary>
    public Task<ChaseReport> InOneProcessAsync() =>
        services
            .GetRequiredService<ChaseDay>()
            .ExecuteAsync(Kent2011.AsOf, dryRun: false, TestContext.Current.CancellationToken);

    /// <summary>What is recorded of the chase.</summary>
    public async Task<ChaseRun> RunAsync() =>
        (
            await services
                .GetRequiredService<ChaseRunTable>()
                .FindAsync(Kent2011.AsOf, TestContext.Current.CancellationToken)
        )!;

    public void Register(DurableTaskRegistry registry)
    {
        Add<DateOnly, OpenedChase>(registry, ChaseActivities.Open, activities.OpenAsync);
        Add<TeamToChase, TeamOutcome>(registry, ChaseActivities.ChaseTeam, activities.ChaseTeamAsync);
        Add<DateOnly, AuditsOutcome>(registry, ChaseActivities.Audit, activities.AuditAsync);
        Add<DateOnly, DigestPages>(registry, ChaseActivities.Compose, activities.ComposeAsync);
        Add<DateOnly, DigestPages>(registry, ChaseActivities.LeftOver, activities.LeftOverAsync);
        Add<DateOnly, DigestPages>(registry, ChaseActivities.TellOfParked, activities.TellOfParkedAsync);
        Add<DigestPage, PageOutcome>(registry, ChaseActivities.Send, activities.SendAsync);
        Add<ChaseToClose, ChaseSummary>(registry, ChaseActivities.Close, activities.CloseAsync);
    }

    public void Dispose() => services.Dispose();

    private void Add<TInput, TOutput>(
        DurableTaskRegistry registry,
        string step,
        Func<TInput, CancellationToken, Task<TOutput>> activity
    ) =>
        registry.AddActivityFunc<TInput, TOutput>(
            step,
            async (_, input) =>
            {
                var output = await activity(input!, CancellationToken.None);
                AfterStep(step, done.AddOrUpdate(step, 1, (_, times) => times + 1));
                return StepsDieOnce && done.TryAdd($"{step} {input}", 1)
                    ? throw new InvalidOperationException("Killed.")
                    : output;
            }
        );
}

/// <summary>Notes what is sent, and takes it.</summary>
internal sealed class PostBox : IEmailSender, ITeamsSender
{
    /// <summary>What came in.</summary>
    public ConcurrentQueue<DigestKey> Received { get; } = [];

    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken) =>
        Take(email.Digest);

    public Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    ) => Take(notification.Digest);

    private Task<SendOutcome> Take(DigestKey digest)
    {
        Received.Enqueue(digest);
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }
}
