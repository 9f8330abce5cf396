using Azure.Core;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// The tables of the service. A prefix keeps several services, or several tests, apart in one account.
/// </summary>
public sealed class TableStorage
{
    private readonly TableServiceClient service;
    private readonly string prefix;

    private TableStorage(TableServiceClient service, TransactionCount transactions, string prefix)
    {
        this.service = service;
        this.prefix = prefix;
        Transactions = transactions;
    }

    /// <summary>How many transactions have been made.</summary>
    public TransactionCount Transactions { get; }

    /// <summary>Storage by a connection string, as Azurite's or an account's with a shared key.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="prefix">What the tables' names begin with: a letter first, then letters and digits.</param>
    /// <param name="configure">Changes to the client's options, such as a policy that makes faults for a test.</param>
    public static TableStorage FromConnectionString(
        string connectionString,
        string prefix = "",
        Action<TableClientOptions>? configure = null
    )
    {
        var (options, count) = Options();
        configure?.Invoke(options);
        return new(new TableServiceClient(connectionString, options), count, prefix);
    }

    /// <summary>Storage by its table endpoint and an identity.</summary>
    public static TableStorage FromIdentity(Uri tableEndpoint, TokenCredential credential, string prefix = "")
    {
        var (options, count) = Options();
        return new(new TableServiceClient(tableEndpoint, credential, options), count, prefix);
    }

    /// <summary>One of the tables, whether or not it exists yet.</summary>
    public TableClient Table(TableName name) => service.GetTableClient(prefix + name);

    /// <summary>Makes those tables that do not exist yet.</summary>
    public async Task EnsureTablesAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Enum.GetValues<TableName>())
        {
            await Table(name).CreateIfNotExistsAsync(cancellationToken);
        }
    }

    /// <summary>Deletes all the tables with everything in them. For tests.</summary>
    public async Task DeleteTablesAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Enum.GetValues<TableName>())
        {
            await Table(name).DeleteAsync(cancellationToken);
        }
    }

    private static (TableClientOptions Options, TransactionCount Count) Options()
    {
        var count = new TransactionCount();
        var options = new TableClientOptions();
        options.AddPolicy(count, HttpPipelinePosition.PerRetry);
        return (options, count);
    }
}
