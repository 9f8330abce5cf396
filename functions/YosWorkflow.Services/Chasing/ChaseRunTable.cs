using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Chasing;

/// <summary>
/// The chases that were started, a row a day: partition <c>chase</c> of the runs. A row is inserted once, by whoever starts the
/// day's chase first, and moved on by ETag.
/// </summary>
public sealed class ChaseRunTable(TableStorage storage, TimeProvider clock)
{
    private const string Partition = "chase";

    // The latest chases are nearly always found in so many days; only if not are all looked through.
    private const int UsualDays = 62;

    // Between two working days lie at most so many, as at Christmas, and a few on which nothing ran.
    private const int MostDaysBefore = 7;

    private readonly TableClient runs = storage.Table(TableName.Runs);

    /// <summary>The chase of a day, or null if it was never started.</summary>
    public async Task<ChaseRun?> FindAsync(DateOnly day, CancellationToken cancellationToken) =>
        await EntityAsync(day, cancellationToken) is { } entity ? Read(entity) : null;

    /// <summary>The last chases, latest day first.</summary>
    public async Task<IReadOnlyList<ChaseRun>> ReadLatestAsync(int most, CancellationToken cancellationToken)
    {
        var recent = await ReadAfterAsync(Today.AddDays(-UsualDays), cancellationToken);
        var all = recent.Count >= most ? recent : await ReadAfterAsync(DateOnly.MinValue, cancellationToken);
        return [.. all.OrderByDescending(run => run.Day).Take(most)];
    }

    /// <summary>The latest chase up to a day, and not long before it, that kept the children of its day; null if there is none.</summary>
    public async Task<ChaseRun?> FindWithChildrenAsync(DateOnly upTo, CancellationToken cancellationToken)
    {
        var from = upTo.AddDays(-MostDaysBefore);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey ge {IsoDate.Format(from)} and RowKey le {IsoDate.Format(upTo)}"
        );
        ChaseRun? latest = null;
        await foreach (
            var entity in runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            latest = Read(entity) is { Children.IsEmpty: false } run ? run : latest;
        }

        return latest;
    }

    /// <summary>Inserts the row of a day, unless it is there.</summary>
    internal async Task StartAsync(DateOnly day, string? whyNobody, CancellationToken cancellationToken)
    {
        var run = new ChaseRun
        {
            Day = day,
            StartedAt = clock.GetUtcNow(),
            WhyNobody = whyNobody,
        };
        try
        {
            await runs.AddEntityAsync(Write(run), cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            // The chase of the day was started before.
        }
    }

    /// <summary>Writes a day's row anew from what it says, however often others write it at the same time.</summary>
    internal async Task<ChaseRun> ChangeAsync(
        DateOnly day,
        Func<ChaseRun, ChaseRun> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            if (await EntityAsync(day, cancellationToken) is not { } entity)
            {
                await StartAsync(day, whyNobody: null, cancellationToken);
                continue;
            }

            var changed = change(Read(entity));
            try
            {
                await runs.UpdateEntityAsync(
                    Write(changed),
                    entity.ETag,
                    TableUpdateMode.Replace,
                    cancellationToken
                );
                return changed;
            }
            catch (RequestFailedException error) when (StorageConflict.Is(error))
            {
                // Another was quicker: what it wrote is read and changed in turn.
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static TableEntity Write(ChaseRun run)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, IsoDate.Format(run.Day)));
        entity[nameof(ChaseRun.StartedAt)] = run.StartedAt;
        entity[nameof(ChaseRun.FinishedAt)] = run.FinishedAt;
        entity[nameof(ChaseRun.WhyNobody)] = run.WhyNobody;
        SplitText.Write(entity, nameof(ChaseRun.FailedTeams), StorageJson.Write(run.FailedTeams));
        SplitText.Write(entity, nameof(ChaseRun.Children), StorageJson.Write(run.Children));
        entity[nameof(ChaseRun.Cases)] = run.Cases;
        entity[nameof(ChaseRun.Transactions)] = run.Transactions;
        return entity;
    }

    private static ChaseRun Read(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return new ChaseRun
        {
            Day = IsoDate.Parse(entity.RowKey),
            StartedAt = entity.GetDateTimeOffset(nameof(ChaseRun.StartedAt)) ?? default,
            FinishedAt = entity.GetDateTimeOffset(nameof(ChaseRun.FinishedAt)),
            WhyNobody = entity.GetString(nameof(ChaseRun.WhyNobody)),
            FailedTeams = SplitText.Read(entity, nameof(ChaseRun.FailedTeams)) is { Length: > 0 } failed
                ? StorageJson.Read<ImmutableArray<FailedTeam>>(failed)
                : [],
            Children = SplitText.Read(entity, nameof(ChaseRun.Children)) is { Length: > 0 } children
                ? StorageJson.Read<ImmutableArray<TeamChildren>>(children)
                : [],
            Cases = entity.GetInt32(nameof(ChaseRun.Cases)) ?? 0,
            Transactions = entity.GetInt64(nameof(ChaseRun.Transactions)) ?? 0,
        };
    }

    private async Task<TableEntity?> EntityAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var found = await runs.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            IsoDate.Format(day),
            cancellationToken: cancellationToken
        );
        return found.HasValue ? found.Value : null;
    }

    private async Task<IReadOnlyList<ChaseRun>> ReadAfterAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var read = new List<ChaseRun>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey gt {IsoDate.Format(day)}"
        );
        await foreach (
            var entity in runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
        )
        {
            read.Add(Read(entity));
        }

        return read;
    }
}
