using System.Collections.Concurrent;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>
/// A process of the service: all its use cases over real tables, with senders that only note what they are given. Several may
/// share tables, a clock and a post box.
/// </summary>
internal sealed class ChaseWorld : IDisposable
{
    private readonly ServiceProvider services;

    public ChaseWorld(TableStorage storage, TimeProvider clock, PostBox post)
    {
        Storage = storage;
        Post = post;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IEmailSender>(post)
            .AddSingleton<ITeamsSender>(post)
            .BuildServiceProvider();
    }

    public TableStorage Storage { get; }

    public PostBox Post { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A world of its own with a caseload.</summary>
    public static async Task<ChaseWorld> StartAsync(
        AzuriteFixture azurite,
        Staff staff,
        IEnumerable<Case> cases,
        DateOnly? today = null
    )
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = await azurite.NewStorageAsync(stop);
        await SeededCaseload.WriteAsync(storage, staff, cases, stop);
        return new ChaseWorld(storage, ClockOn(today ?? Small.Day), new PostBox());
    }

    public static ImpatientClock ClockOn(DateOnly day) =>
        new(new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.Zero));

    /// <summary>Chases a day on its own morning.</summary>
    public Task<ChaseReport> MorningAsync(DateOnly day)
    {
        ((ImpatientClock)Get<TimeProvider>()).SetUtcNow(
            new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.Zero)
        );
        return ChaseAsync(day);
    }

    /// <summary>Puts cases over those there are.</summary>
    public Task PutAsync(params IEnumerable<Case> cases) =>
        SeededCaseload.WriteAsync(Storage, Staff.None, cases, TestContext.Current.CancellationToken);

    public Task<ChaseReport> ChaseAsync(DateOnly day, bool dryRun = false) =>
        Get<ChaseDay>().ExecuteAsync(day, dryRun, TestContext.Current.CancellationToken);

    /// <summary>The rows of a table as text, so that two tables can be compared; those for which it is null are left out.</summary>
    public async Task<string[]> RowsAsync(TableName table, Func<TableEntity, string?> text)
    {
        var rows = new List<string>();
        await foreach (
            var row in Storage
                .Table(table)
                .QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
        )
        {
            if (text(row) is { } own)
            {
                rows.Add($"{row.PartitionKey} / {row.RowKey} / {own}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => services.Dispose();
}

/// <summary>Notes what is sent, and takes it unless told otherwise.</summary>
internal sealed class PostBox : IEmailSender, ITeamsSender
{
    /// <summary>What came in, in order.</summary>
    public ConcurrentQueue<DigestKey> Received { get; } = [];

    /// <summary>What to answer; null: accepted.</summary>
    public Func<DigestKey, SendOutcome?> Answer { get; set; } = _ => null;

    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken) =>
        TakeAsync(email.Digest);

    public Task<SendOutcome> SendAsync(
        OutgoingTeamsNotification notification,
        CancellationToken cancellationToken
    ) => TakeAsync(notification.Digest);

    private async Task<SendOutcome> TakeAsync(DigestKey digest)
    {
        await Task.Yield();
        if (Answer(digest) is { } other)
        {
            return other;
        }

        Received.Enqueue(digest);
        return new SendOutcome.Accepted($"id of {digest}");
    }
}
