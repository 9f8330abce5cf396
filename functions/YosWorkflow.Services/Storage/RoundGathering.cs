using Azure;
using Azure.Data.Tables;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>Puts the rows of a round's partition together as they come.</summary>
internal sealed class RoundGathering
{
    private readonly SortedDictionary<string, Rows> cases = new(StringComparer.Ordinal);
    private TableEntity? round;

    public void Add(TableEntity entity)
    {
        if (entity.RowKey.Split(StorageKey.Separator) is not [var kind, var caseRef, ..])
        {
            if (entity.RowKey == AuditRow.Round)
            {
                round = entity;
            }

            return;
        }

        if (!cases.TryGetValue(caseRef, out var rows))
        {
            cases.Add(caseRef, rows = new Rows());
        }

        rows.Add(kind + StorageKey.Separator, entity);
    }

    public StoredRound? ToRound() =>
        round is null
            ? null
            : new StoredRound(
                AuditEntities.ReadRound(round),
                round.ETag,
                [.. cases.Values.Select(rows => rows.ToAudit()).OfType<StoredAudit>()]
            );

    private sealed class Rows
    {
        private readonly List<AuditComment> comments = [];
        private readonly List<AuditAction> actions = [];
        private readonly Dictionary<string, ETag> actionETags = new(StringComparer.Ordinal);
        private (SampledCase Value, ETag ETag)? sampled;
        private (AuditReturn Value, ETag ETag)? firstReturn;
        private (Assignment Value, ETag ETag)? second;
        private (AuditReturn Value, ETag ETag)? secondReturn;
        private ToldOnCase? told;

        public void Add(string prefix, TableEntity entity)
        {
            switch (prefix)
            {
                case AuditRow.CasePrefix:
                    sampled = (AuditEntities.Read<SampledCase>(entity), entity.ETag);
                    break;
                case AuditRow.ReturnPrefix:
                    firstReturn = (AuditEntities.Read<AuditReturn>(entity), entity.ETag);
                    break;
                case AuditRow.SecondPrefix:
                    second = (AuditEntities.Read<Assignment>(entity), entity.ETag);
                    break;
                case AuditRow.SecondReturnPrefix:
                    secondReturn = (AuditEntities.Read<AuditReturn>(entity), entity.ETag);
                    break;
                case AuditRow.CommentPrefix:
                    comments.Add(AuditEntities.Read<AuditComment>(entity));
                    break;
                case AuditRow.ActionPrefix:
                    var action = AuditEntities.Read<AuditAction>(entity);
                    actions.Add(action);
                    actionETags[action.ActionId] = entity.ETag;
                    break;
                case ChasingRow.ToldPrefix:
                    told = ToldRows.ToTold(entity);
                    break;
            }
        }

        // Whatever belongs to a case is written after the case itself, so without it there is nothing.
        public StoredAudit? ToAudit() =>
            sampled is var (item, eTag)
                ? new StoredAudit(
                    new CaseStanding(
                        item,
                        firstReturn?.Value,
                        second?.Value,
                        secondReturn?.Value,
                        [.. comments.OrderBy(comment => comment.At)],
                        [
                            .. actions
                                .OrderBy(action => action.AddedOn)
                                .ThenBy(action => action.ActionId, StringComparer.Ordinal),
                        ]
                    ),
                    eTag,
                    firstReturn?.ETag,
                    second?.ETag,
                    secondReturn?.ETag,
                    told,
                    actionETags
                )
                : null;
    }
}
