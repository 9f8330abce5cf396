using Azure;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>Reads what an import compares its files with, and brings to an end the moves that an earlier one left half done.</summary>
internal sealed class StoredCaseloadReader(TableStorage storage)
{
    private const int PageSize = 1_000;
    private const int Tries = 5;

    private readonly CaseMoves moves = new(storage);

    /// <param name="withCases">Whether cases and milestones are needed too, or the staff only.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnknownSchemaException">An entity was written by another version of the software.</exception>
    public async Task<StoredCaseload> ReadAsync(bool withCases, CancellationToken cancellationToken)
    {
        var staff = await ReadStaffAsync(cancellationToken);
        if (!withCases)
        {
            return new(
                staff,
                new Dictionary<string, StoredTeam>(),
                new Dictionary<string, StoredCase>(),
                new Dictionary<string, UnplacedMilestones>()
            );
        }

        var teams = await ReadTeamsAsync(cancellationToken);
        var cases = await ReadSettledAsync([.. teams.Keys.Order(StringComparer.Ordinal)], cancellationToken);
        var unplaced = await UnplacedMilestones.ReadAllAsync(storage, cancellationToken);
        return new(
            staff,
            teams,
            cases.ToDictionary(one => one.Case.CaseRef),
            unplaced.ToDictionary(one => one.CaseRef)
        );
    }

    private async Task<Dictionary<string, StoredMember>> ReadStaffAsync(CancellationToken cancellationToken)
    {
        var staff = new Dictionary<string, StoredMember>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StaffEntity.Partition}");
        await foreach (
            var entity in storage
                .Table(TableName.People)
                .QueryAsync<TableEntity>(filter, PageSize, null, cancellationToken)
        )
        {
            staff.Add(entity.RowKey, new(StaffEntity.Read(entity), entity.ETag));
        }

        return staff;
    }

    private async Task<Dictionary<string, StoredTeam>> ReadTeamsAsync(CancellationToken cancellationToken)
    {
        var teams = new Dictionary<string, StoredTeam>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TeamEntity.Partition}");
        await foreach (
            var entity in storage
                .Table(TableName.People)
                .QueryAsync<TableEntity>(filter, PageSize, null, cancellationToken)
        )
        {
            teams.Add(entity.RowKey, new(TeamEntity.Read(entity), entity.ETag));
        }

        return teams;
    }

    private async Task<List<StoredCase>> ReadCasesAsync(
        IReadOnlyList<string> teams,
        CancellationToken cancellationToken
    )
    {
        var pool = new StringPool();
        var cases = new List<StoredCase>();
        foreach (var team in teams)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {team}");
            await foreach (
                var entity in storage
                    .Table(TableName.Cases)
                    .QueryAsync<TableEntity>(filter, PageSize, CaseEntity.Columns, cancellationToken)
            )
            {
                cases.Add(CaseEntity.Read(team, entity, pool));
            }
        }

        return cases;
    }

    // The cases when none is between two teams, or in two, any more.
    private async Task<List<StoredCase>> ReadSettledAsync(
        IReadOnlyList<string> teams,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var cases = await ReadCasesAsync(teams, cancellationToken);
            var isSettled = cases.TrueForAll(one => one.MovedFrom is null);
            if (isSettled && cases.DistinctBy(one => one.Case.CaseRef).Count() == cases.Count)
            {
                return cases;
            }

            try
            {
                await (
                    isSettled ? JoinAsync(cases, cancellationToken) : EndMovesAsync(cases, cancellationToken)
                );
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 412 && attempt < Tries)
            {
                // Another import is at the same cases.
            }
        }
    }

    // Moves that have happened are completed, the others given up: the files say anew what is to be.
    private async Task EndMovesAsync(List<StoredCase> cases, CancellationToken cancellationToken)
    {
        var marked = cases.Where(one => one.MovedFrom is not null).ToList();
        var counting = cases
            .Where(one => one.MovedFrom is null)
            .ToDictionary(one => (one.Case.Team, one.Case.CaseRef));
        foreach (var team in marked.GroupBy(one => one.Case.Team, StringComparer.Ordinal))
        {
            await moves.ArriveAsync(team, cancellationToken);
        }

        foreach (var one in marked)
        {
            if (counting.TryGetValue((one.MovedFrom!, one.Case.CaseRef), out var source))
            {
                await moves.GiveUpAsync(source, one, cancellationToken);
            }
        }
    }

    // Two imports at once have made the same new case in two teams. The files say anew where it belongs.
    private async Task JoinAsync(List<StoredCase> cases, CancellationToken cancellationToken)
    {
        foreach (var same in cases.GroupBy(one => one.Case.CaseRef, StringComparer.Ordinal))
        {
            var kept = same.First();
            // Of three, the third is met when they are read again.
            if (same.Skip(1).FirstOrDefault() is { } surplus)
            {
                var merge = new MilestoneMerge(kept.Case.Milestones);
                merge.Take(surplus.Case.Milestones);
                await moves.JoinAsync(
                    kept with
                    {
                        Case = kept.Case with { Milestones = merge.Milestones },
                    },
                    surplus,
                    cancellationToken
                );
            }
        }
    }
}
