using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// The caseload in Table Storage: staff, teams, and cases with their milestones packed inside. A case that a stopped import left
/// between two teams is brought home before it is shown; see <see cref="CaseMoves"/>.
/// </summary>
public sealed class CaseloadTable(TableStorage storage)
{
    private const int PageSize = 1_000;

    private readonly TableClient people = storage.Table(TableName.People);
    private readonly TableClient cases = storage.Table(TableName.Cases);
    private readonly CaseMoves moves = new(storage);

    /// <summary>
    /// The staff list, the teams with who holds cases of them, and when the caseload was imported: one query over neighbouring
    /// partitions.
    /// </summary>
    /// <exception cref="UnknownSchemaException">An entity was written by another version of the software.</exception>
    public async Task<PeopleOfService> ReadPeopleAsync(CancellationToken cancellationToken)
    {
        var members = new List<StaffMember>();
        var teams = new List<TeamOfCases>();
        DateTimeOffset? importedAt = null;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {StaffEntity.Partition} and PartitionKey le {TeamEntity.Partition}"
        );
        await foreach (
            var entity in people.QueryAsync<TableEntity>(filter, PageSize, null, cancellationToken)
        )
        {
            switch (entity.PartitionKey)
            {
                case StaffEntity.Partition:
                    members.Add(StaffEntity.Read(entity));
                    break;
                case TeamEntity.Partition:
                    teams.Add(TeamEntity.Read(entity));
                    break;
                case ImportMoment.Partition:
                    importedAt = ImportMoment.Read(entity);
                    break;
                default:
                    break;
            }
        }

        return new PeopleOfService(
            new Staff(members),
            [.. teams.OrderBy(team => team.Name, StringComparer.Ordinal)],
            importedAt
        );
    }

    /// <summary>The staff list: one query.</summary>
    /// <exception cref="UnknownSchemaException">An entity was written by another version of the software.</exception>
    public async Task<Staff> ReadStaffAsync(CancellationToken cancellationToken)
    {
        var members = new List<StaffMember>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StaffEntity.Partition}");
        await foreach (
            var entity in people.QueryAsync<TableEntity>(filter, PageSize, null, cancellationToken)
        )
        {
            members.Add(StaffEntity.Read(entity));
        }

        return new Staff(members);
    }

    /// <summary>The teams that hold a case, or have held one, in ordinal order: one query.</summary>
    public async Task<IReadOnlyList<string>> ReadTeamsAsync(CancellationToken cancellationToken)
    {
        var teams = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TeamEntity.Partition}");
        string[] columns = [nameof(TableEntity.RowKey)];
        await foreach (
            var entity in people.QueryAsync<TableEntity>(filter, PageSize, columns, cancellationToken)
        )
        {
            teams.Add(entity.RowKey);
        }

        teams.Sort(StringComparer.Ordinal);
        return teams;
    }

    /// <summary>A team's cases, in ordinal order of their references: one partition query, a thousand cases a page.</summary>
    /// <param name="team">The team.</param>
    /// <param name="openOn">Only those that can have anything open on this day or later; null: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnknownSchemaException">An entity was written by another version of the software.</exception>
    public async IAsyncEnumerable<IReadOnlyList<Case>> ReadTeamAsync(
        string team,
        DateOnly? openOn,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pool = new StringPool();
        var query = cases.QueryAsync<TableEntity>(
            Filter(team, openOn),
            PageSize,
            CaseEntity.Columns,
            cancellationToken
        );
        await foreach (var page in query.AsPages().WithCancellation(cancellationToken))
        {
            yield return await ReadPageAsync(team, page.Values, pool, cancellationToken);
        }
    }

    /// <summary>The case with this reference, or null: one query for the teams, and one point read for each team.</summary>
    public async Task<Case?> FindCaseAsync(string caseRef, CancellationToken cancellationToken) =>
        await FindCaseAsync(caseRef, await ReadTeamsAsync(cancellationToken), cancellationToken);

    /// <summary>The case with this reference in one of some teams, or null: one point read for each team.</summary>
    public async Task<Case?> FindCaseAsync(
        string caseRef,
        IEnumerable<string> teams,
        CancellationToken cancellationToken
    )
    {
        if (StorageKey.FaultOf(caseRef) is not null)
        {
            return null;
        }

        var found = await Task.WhenAll(teams.Select(team => FindInAsync(team, caseRef, cancellationToken)));

        // While a case moves, the entity it is leaving counts; the new one only once that is gone.
        return (
            Array.Find(found, one => one is { MovedFrom: null }) ?? Array.Find(found, one => one is not null)
        )?.Case;
    }

    /// <summary>The case with this reference, or null: one point read if it is of the team that is looked at first.</summary>
    public async Task<Case?> FindCaseAsync(
        string caseRef,
        string likelyTeam,
        CancellationToken cancellationToken
    ) =>
        StorageKey.FaultOf(caseRef) is null
        && await FindInAsync(likelyTeam, caseRef, cancellationToken) is { MovedFrom: null } found
            ? found.Case
            : await FindCaseAsync(caseRef, cancellationToken);

    private static string Filter(string team, DateOnly? openOn) =>
        openOn is { } day
            ? TableClient.CreateQueryFilter(
                $"PartitionKey eq {team} and OpenThrough ge {IsoDate.Format(day)}"
            )
            : TableClient.CreateQueryFilter($"PartitionKey eq {team}");

    private async Task<IReadOnlyList<Case>> ReadPageAsync(
        string team,
        IReadOnlyList<TableEntity> entities,
        StringPool pool,
        CancellationToken cancellationToken
    )
    {
        var read = new List<Case>(entities.Count);
        var marked = new List<StoredCase>();
        foreach (var entity in entities)
        {
            var one = CaseEntity.Read(team, entity, pool);
            if (one.MovedFrom is null)
            {
                read.Add(one.Case);
            }
            else
            {
                marked.Add(one);
            }
        }

        if (marked.Count > 0)
        {
            read.AddRange(await moves.ArriveAsync(marked, cancellationToken));
            read.Sort((a, b) => string.CompareOrdinal(a.CaseRef, b.CaseRef));
        }

        return read;
    }

    private async Task<StoredCase?> FindInAsync(
        string team,
        string caseRef,
        CancellationToken cancellationToken
    )
    {
        var found = await cases.GetEntityIfExistsAsync<TableEntity>(
            team,
            caseRef,
            CaseEntity.Columns,
            cancellationToken
        );
        return found is { HasValue: true, Value: { } entity }
            ? CaseEntity.Read(team, entity, new StringPool())
            : null;
    }
}
