using System.Text;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Cuts writes of one partition into transactions that Table Storage takes: at most a hundred entities and 4 MiB each. The
/// emulator takes larger ones, so this is what keeps us inside the limit.
/// </summary>
public static class EntityBatches
{
    /// <summary>The most entities in a transaction.</summary>
    public const int MaxEntities = 100;

    private const int MaxBytes = 3_500_000;
    private const int BytesAnEntity = 1_000;
    private const int BytesAProperty = 100;

    /// <summary>The transactions, each not empty, in the order of the writes.</summary>
    public static IEnumerable<List<TableTransactionAction>> Cut(IEnumerable<TableTransactionAction> writes) =>
        Cut(writes, write => (TableEntity)write.Entity);

    /// <summary>What to write in each transaction, in the order given.</summary>
    /// <param name="written">What is to be written.</param>
    /// <param name="toEntity">The entity that it becomes.</param>
    public static IEnumerable<List<T>> Cut<T>(IEnumerable<T> written, Func<T, TableEntity> toEntity)
    {
        var batch = new List<T>();
        var bytes = 0;
        foreach (var one in written)
        {
            var size = SizeOf(toEntity(one));
            if (batch.Count == MaxEntities || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(one);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    // An estimate from above of what goes over the wire: JSON, with what surrounds each entity of a transaction.
    private static int SizeOf(TableEntity entity) =>
        BytesAnEntity
        + entity.Sum(property =>
            BytesAProperty
            + property.Value switch
            {
                string text => Encoding.UTF8.GetByteCount(text),
                byte[] bytes => bytes.Length * 4 / 3,
                BinaryData data => data.ToMemory().Length * 4 / 3,
                _ => 0,
            }
        );
}
