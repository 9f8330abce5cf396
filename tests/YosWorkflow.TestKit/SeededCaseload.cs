using System.Collections.Immutable;
using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.TestKit;

/// <summary>Puts a caseload into storage as it is, without an import.</summary>
public static class SeededCaseload
{
    /// <summary>Writes staff, teams and cases over whatever is there.</summary>
    /// <param name="storage">Where to.</param>
    /// <param name="staff">The staff.</param>
    /// <param name="cases">All the cases of each team that is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="noteHolders">Whether each team knows who holds its cases, as it does since the import notes that.</param>
    public static async Task WriteAsync(
        TableStorage storage,
        Staff staff,
        IEnumerable<Case> cases,
        CancellationToken cancellationToken,
        bool noteHolders = true
    )
    {
        var byTeam = cases.ToLookup(one => one.Team, StringComparer.Ordinal);
        var people = storage.Table(TableName.People);
        await WriteAsync(people, staff.Members.Select(StaffEntity.Write), cancellationToken);
        await WriteAsync(
            people,
            byTeam.Select(team => TeamEntity.Write(team.Key, noteHolders ? HoldersOf(team) : null)),
            cancellationToken
        );
        foreach (var team in byTeam)
        {
            await WriteAsync(
                storage.Table(TableName.Cases),
                team.Select(one => CaseEntity.Write(one)),
                cancellationToken
            );
        }
    }

    private static ImmutableArray<string> HoldersOf(IEnumerable<Case> cases) =>
        [
            .. cases
                .Select(one => one.CaseManagerId)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task WriteAsync(
        TableClient table,
        IEnumerable<TableEntity> entities,
        CancellationToken cancellationToken
    )
    {
        var writes = entities.Select(entity => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            entity
        ));
        foreach (var batch in EntityBatches.Cut(writes))
        {
            await table.SubmitTransactionAsync(batch, cancellationToken);
        }
    }
}
