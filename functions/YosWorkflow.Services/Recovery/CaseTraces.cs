using Azure.Data.Tables;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>
/// Finds every row that holds something of a case, by reading all tables: what is asked for so seldom needs no index, and nothing
/// is missed because somebody forgot to keep one.
/// </summary>
public sealed class CaseTraces(TableStorage storage)
{
    internal const string ImportRuns = "import";
    internal const string ChaseRuns = "chase";

    private static readonly string[] OfAudit =
    [
        AuditRow.CasePrefix,
        AuditRow.ReturnPrefix,
        AuditRow.SecondPrefix,
        AuditRow.SecondReturnPrefix,
        AuditRow.CommentPrefix,
        AuditRow.ActionPrefix,
    ];

    /// <summary>The rows of a case, table by table.</summary>
    /// <param name="caseRef">Its reference.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<CaseTrace>> FindAsync(string caseRef, CancellationToken cancellationToken)
    {
        var traces = new List<CaseTrace>();
        foreach (var table in Enum.GetValues<TableName>())
        {
            var query = storage.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken);
            await foreach (var entity in query)
            {
                if (KindOf(table, entity, caseRef) is { } kind)
                {
                    traces.Add(new CaseTrace(kind, table, entity));
                }
            }
        }

        return traces;
    }

    /// <summary>Whether a text names a case: its reference, with neither a letter nor a digit next to it.</summary>
    internal static bool Names(string? text, string caseRef)
    {
        for (var at = text?.IndexOf(caseRef, StringComparison.Ordinal) ?? -1; at >= 0; )
        {
            var end = at + caseRef.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text![at - 1]))
                && (end == text!.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                return true;
            }

            at = text.IndexOf(caseRef, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    private static CaseTraceKind? KindOf(TableName table, TableEntity entity, string caseRef) =>
        table switch
        {
            TableName.Cases when entity.RowKey == caseRef => CaseTraceKind.Case,
            TableName.Imports
                when entity.PartitionKey == UnplacedMilestones.Partition && entity.RowKey == caseRef =>
                CaseTraceKind.UnplacedMilestones,
            TableName.Audits when IsOfAudit(entity.RowKey, caseRef) => CaseTraceKind.Audit,
            TableName.Audits when Packs(entity, caseRef) => CaseTraceKind.Other,
            TableName.Chasing or TableName.Audits when entity.RowKey == ChasingRow.Told(caseRef) =>
                CaseTraceKind.Told,
            TableName.Chasing
                when entity.RowKey.StartsWith(
                    ChasingRow.Acknowledgements(caseRef),
                    StringComparison.Ordinal
                ) => CaseTraceKind.Acknowledgement,
            TableName.Chasing or TableName.Audits when IsNotice(entity) && Tells(entity, caseRef) =>
                CaseTraceKind.Notice,
            TableName.Digests when Tells(entity, caseRef) || IsNamed(entity, caseRef) => CaseTraceKind.Digest,
            TableName.Runs when entity.PartitionKey == ImportRuns => ReportNames(entity, caseRef)
                ? CaseTraceKind.ImportReport
                : null,
            TableName.Runs when entity.PartitionKey == ChaseRuns && IsNamed(entity, caseRef) =>
                CaseTraceKind.ChaseReport,
            _ => IsNamed(entity, caseRef) ? CaseTraceKind.Other : null,
        };

    private static bool IsOfAudit(string row, string caseRef) =>
        OfAudit.Any(prefix =>
            row == prefix + caseRef
            || row.StartsWith(AuditRow.OnCase(prefix, caseRef), StringComparison.Ordinal)
        );

    private static bool Packs(TableEntity entity, string caseRef) =>
        AuditEntities.IsPacked(entity) && Names(AuditEntities.UnpackText(entity), caseRef);

    private static bool IsNotice(TableEntity entity) =>
        entity.RowKey.StartsWith(ToldRows.NoticePrefix, StringComparison.Ordinal);

    private static bool Tells(TableEntity entity, string caseRef) =>
        NoticeText.Read(SplitText.Read(entity, "Items")).Any(item => item.CaseRef == caseRef);

    private static bool ReportNames(TableEntity entity, string caseRef) =>
        CompressedReport
            .Read(entity, "Report")
            .Problems.Any(problem => Names(problem.Value, caseRef) || Names(problem.Reason, caseRef));

    private static bool IsNamed(TableEntity entity, string caseRef) =>
        Names(entity.PartitionKey, caseRef)
        || Names(entity.RowKey, caseRef)
        || entity.Any(property => property.Value is string text && Names(text, caseRef));
}
