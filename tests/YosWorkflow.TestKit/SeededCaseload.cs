using Azure.Data.Tables;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.TestKit;

/// <summary>Puts a caseload into storage as it is, without an import.</summary>
public static class SeededCaseload
{
    /// <summary>Writes staff, teams and cases over whatever is there.</summary>
    public static async Task WriteAsync(
        TableStorage storage,
        Staff staff,
        IEnumerable<Case> cases,
        CancellationToken cancellationToken
    )
    {
        var byTeam = cases.ToLookup(one => one.Team, StringComparer.Ordinal);
        var people = storage.Table(TableName.People);
        await WriteAsync(people, staff.Members.Select(StaffEntity.Write), cancellationToken);
        await WriteAsync(people, byTeam.Select(team => TeamEntity.Write(team.Key)), cancellationToken);
        foreach (var team in byTeam)
        {
            await WriteAsync(
                storage.Table(TableName.Cases),
                team.Select(one => CaseEntity.Write(one)),
                cancellationToken
            );
        }
    }

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
