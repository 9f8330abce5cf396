using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Recovery;

/// <summary>
/// Erases a case from the state: deletes what is its own, and strikes it out of what is others' too. It may be broken off and
/// done again. Whoever decides it has seen to it that the next import does not bring the case back.
/// </summary>
public sealed class EraseCase(
    TableStorage storage,
    CaseTraces traces,
    ChaseRunTable chases,
    TimeProvider clock
)
{
    private const string Erased = "(a case that was erased)";

    private readonly TableClient runs = storage.Table(TableName.Runs);

    /// <summary>Says what there is of a case, or erases it.</summary>
    /// <param name="caseRef">The case.</param>
    /// <param name="confirmed">Whether to erase it; otherwise nothing is written.</param>
    /// <param name="cancellationToken">Breaks it off; it can be done again.</param>
    /// <exception cref="ErasureRefusedException">Something that holds the case is under way, and would write it anew.</exception>
    public async Task<ErasureReport> ExecuteAsync(
        string caseRef,
        bool confirmed,
        CancellationToken cancellationToken
    )
    {
        var found = await traces.FindAsync(caseRef, cancellationToken);
        var left = found.Where(trace => trace.Kind == CaseTraceKind.Other).ToList();
        if (confirmed && found.Count > 0)
        {
            await RefuseWhileUnderWayAsync(found, cancellationToken);
            var composed = await ComposedAsync(cancellationToken);
            foreach (var trace in found.Except(left))
            {
                await EraseAsync(trace, caseRef, composed, cancellationToken);
            }

            await RecordAsync(caseRef, found.Count - left.Count, cancellationToken);
        }

        return new ErasureReport(
            confirmed,
            [
                .. found
                    .GroupBy(trace => trace.Kind)
                    .OrderBy(kind => kind.Key)
                    .Select(kind => new ErasedRows(kind.Key, kind.Count())),
            ],
            [.. left.Select(trace => $"{trace.Table}: {trace.Entity.PartitionKey}, {trace.Entity.RowKey}")]
        );
    }

    private Task EraseAsync(
        CaseTrace trace,
        string caseRef,
        IReadOnlySet<string> composed,
        CancellationToken cancellationToken
    ) =>
        trace.Kind switch
        {
            CaseTraceKind.Notice => StrikeNoticeAsync(trace, caseRef, composed, cancellationToken),
            CaseTraceKind.Digest => StrikeDigestAsync(trace, caseRef, cancellationToken),
            CaseTraceKind.ImportReport => StrikeImportAsync(trace, caseRef, cancellationToken),
            CaseTraceKind.ChaseReport => StrikeChaseAsync(trace, caseRef, cancellationToken),
            _ => storage
                .Table(trace.Table)
                .DeleteEntityAsync(
                    trace.Entity.PartitionKey,
                    trace.Entity.RowKey,
                    trace.Entity.ETag,
                    cancellationToken
                ),
        };

    // What is left of a notice is another notice, since its key is made of its content. One that is in a digest already, which
    // knows it by its key, would be told once more under another: it only goes.
    private async Task StrikeNoticeAsync(
        CaseTrace trace,
        string caseRef,
        IReadOnlySet<string> composed,
        CancellationToken cancellationToken
    )
    {
        var notice = ToldRows.ToNotice(trace.Entity);
        var writes = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Delete, trace.Entity, trace.Entity.ETag),
        };
        var rest = Without(notice.Items, caseRef);
        if (rest.Length > 0 && !composed.Contains(notice.Fingerprint))
        {
            writes.Add(ToldRows.NoticeAction(ToldRows.Notice(notice.Team, notice.Digest, rest)));
        }

        await storage.Table(trace.Table).SubmitTransactionAsync(writes, cancellationToken);
    }

    private async Task StrikeDigestAsync(CaseTrace trace, string caseRef, CancellationToken cancellationToken)
    {
        var digest = DigestEntity.Read(trace.Entity);
        var struck = digest with
        {
            Items = Without(digest.Items, caseRef),
            Undelivered = [.. digest.Undelivered.Select(line => Strike(line, caseRef)!)],
            Reason = Strike(digest.Reason, caseRef),
        };
        var nothingLeft = struck.Items.IsEmpty && struck.Undelivered.IsEmpty;
        if (nothingLeft && digest.State is DigestState.Created or DigestState.Failed or DigestState.Parked)
        {
            struck = struck with { State = DigestState.Cancelled, ChangedAt = clock.GetUtcNow() };
        }

        await storage
            .Table(TableName.Digests)
            .UpdateEntityAsync(
                DigestEntity.Write(struck),
                digest.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
    }

    private async Task StrikeImportAsync(CaseTrace trace, string caseRef, CancellationToken cancellationToken)
    {
        var report = CompressedReport.Read(trace.Entity, "Report");
        var struck = report with
        {
            Problems =
            [
                .. report.Problems.Select(problem =>
                    problem with
                    {
                        Value = Strike(problem.Value, caseRef),
                        Reason = Strike(problem.Reason, caseRef)!,
                    }
                ),
            ],
        };
        var entity = SchemaVersion.Stamp(new TableEntity(trace.Entity.PartitionKey, trace.Entity.RowKey));
        entity["At"] = trace.Entity.GetDateTimeOffset("At");
        CompressedReport.Write(entity, "Report", struck);
        await runs.UpdateEntityAsync(entity, trace.Entity.ETag, TableUpdateMode.Replace, cancellationToken);
    }

    private async Task StrikeChaseAsync(
        CaseTrace trace,
        string caseRef,
        CancellationToken cancellationToken
    ) =>
        await chases.ChangeAsync(
            Core.IsoDate.Parse(trace.Entity.RowKey),
            run =>
                run with
                {
                    FailedTeams =
                    [
                        .. run.FailedTeams.Select(team =>
                            team with
                            {
                                Reason = Strike(team.Reason, caseRef)!,
                            }
                        ),
                    ],
                },
            cancellationToken
        );

    private async Task RefuseWhileUnderWayAsync(
        IEnumerable<CaseTrace> found,
        CancellationToken cancellationToken
    )
    {
        if (
            found.Any(trace =>
                trace.Kind == CaseTraceKind.Digest
                && DigestEntity.Read(trace.Entity).State == DigestState.Sending
            )
        )
        {
            throw new ErasureRefusedException("a digest that tells of the case is being sent");
        }

        foreach (
            var partition in found
                .Where(trace => trace.Kind == CaseTraceKind.Audit)
                .Select(trace => trace.Entity.PartitionKey)
                .Distinct()
        )
        {
            var round = await storage
                .Table(TableName.Audits)
                .GetEntityIfExistsAsync<TableEntity>(
                    partition,
                    AuditRow.Round,
                    cancellationToken: cancellationToken
                );
            if (
                round is { HasValue: true, Value: { } entity }
                && AuditEntities.StateOf(entity) != RoundState.Closed
            )
            {
                throw new ErasureRefusedException(
                    $"it is in the audit round {partition}, which is not closed yet"
                );
            }
        }

        var staged = TableClient.CreateQueryFilter($"PartitionKey ne {UnplacedMilestones.Partition}");
        string[] columns = [nameof(TableEntity.PartitionKey)];
        await foreach (
            var _ in storage
                .Table(TableName.Imports)
                .QueryAsync<TableEntity>(staged, 1, columns, cancellationToken)
        )
        {
            throw new ErasureRefusedException("an import is under way, and may hold the case");
        }
    }

    private async Task<IReadOnlySet<string>> ComposedAsync(CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var entity in storage
                .Table(TableName.Digests)
                .QueryAsync<TableEntity>(cancellationToken: cancellationToken)
        )
        {
            keys.UnionWith(DigestEntity.Read(entity).NoticeKeys);
        }

        return keys;
    }

    // That something was erased is evidence too; of what, only somebody can tell who knows the reference already.
    private async Task RecordAsync(string caseRef, int rows, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseRef)));
        var entity = SchemaVersion.Stamp(new TableEntity("erasure", hash));
        entity["At"] = clock.GetUtcNow();
        entity["Rows"] = rows;
        await runs.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    private static ImmutableArray<NoticeItem> Without(ImmutableArray<NoticeItem> items, string caseRef) =>
        [.. items.Where(item => item.CaseRef != caseRef)];

    private static string? Strike(string? text, string caseRef) =>
        CaseTraces.Names(text, caseRef) ? Erased : text;
}

/// <summary>What there is, or was, of a case.</summary>
/// <param name="Erased">Whether it has been erased, or only looked for.</param>
/// <param name="Found">How many rows of each kind there were.</param>
/// <param name="Left">Rows that name the case and were left, since only a person can say what becomes of them.</param>
public sealed record ErasureReport(
    bool Erased,
    ImmutableArray<ErasedRows> Found,
    ImmutableArray<string> Left
);

/// <summary>How many rows of a kind there were.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rows">How many.</param>
public sealed record ErasedRows(CaseTraceKind Kind, int Rows);

/// <summary>An erasure that has to wait.</summary>
public sealed class ErasureRefusedException(string reason)
    : Exception($"The case can't be erased now: {reason}.");
