using Azure;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>A part of an import that is written at once: all of it, or nothing.</summary>
/// <param name="Entities">How many entities it writes.</param>
/// <param name="WriteAsync">
/// Writes it; 404, 409 or 412 if another has written any of them since they were read.
/// </param>
internal sealed record ImportPage(int Entities, Func<TableStorage, CancellationToken, Task> WriteAsync)
{
    /// <summary>
    /// The pages of a plan, in the order in which they have to be written: a team before its cases, so that no case is in a team
    /// that nobody knows of, or held by somebody whose pages would not look there; a case before the milestones that waited for it are removed.
    /// </summary>
    public static IEnumerable<ImportPage> Of(ImportPlan plan) =>
        [
            .. Batches(TableName.People, plan.Staff.Select(Write)),
            .. Batches(
                TableName.People,
                plan.Teams.Select(one => Write(TeamEntity.Write(one.Team.Name, one.Team.HeldBy), one.ETag))
            ),
            .. plan
                .Cases.GroupBy(one => one.Case.Team, StringComparer.Ordinal)
                .SelectMany(team =>
                    Batches(TableName.Cases, team.Select(one => Write(CaseEntity.Write(one.Case), one.ETag)))
                ),
            .. plan.Moves.GroupBy(one => (From: one.MovedFrom!, To: one.Case.Team)).SelectMany(Moves),
            .. Batches(TableName.Imports, plan.Unplaced.Select(one => Write(one.ToEntity(), one.ETag))),
            .. Batches(
                TableName.Imports,
                plan.Placed.Select(one => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    one.ToEntity(),
                    one.ETag
                ))
            ),
        ];

    private static IEnumerable<ImportPage> Batches(
        TableName table,
        IEnumerable<TableTransactionAction> writes
    ) =>
        EntityBatches
            .Cut(writes)
            .Select(batch => new ImportPage(
                batch.Count,
                (storage, cancellationToken) =>
                    storage.Table(table).SubmitTransactionAsync(batch, cancellationToken)
            ));

    private static IEnumerable<ImportPage> Moves(IGrouping<(string From, string To), StoredCase> moves) =>
        EntityBatches
            .Cut(moves, one => CaseEntity.Write(one.Case))
            .Select(batch => new ImportPage(
                batch.Count,
                (storage, cancellationToken) =>
                    new CaseMoves(storage).MoveAsync(moves.Key.From, batch, cancellationToken)
            ));

    private static TableTransactionAction Write(StoredMember member) =>
        Write(StaffEntity.Write(member.Member), member.ETag);

    private static TableTransactionAction Write(TableEntity entity, ETag read) =>
        read == default
            ? new(TableTransactionActionType.Add, entity)
            : new(TableTransactionActionType.UpdateReplace, entity, read);
}
