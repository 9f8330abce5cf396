using Azure.Data.Tables;

namespace YosWorkflow.Services.Settings;

/// <summary>By which way storage is reached: a connection string, or an endpoint and a managed identity.</summary>
internal sealed record StorageSettings(string? Connection, Uri? TableServiceUri, string? IdentityClientId)
{
    private const string ConnectionName = "AzureWebJobsStorage";
    private const string UriName = "Storage__TableServiceUri";

    /// <summary>
    /// Reads them. Outside Azure both may be missing, for then the local host starts storage of its own; whoever needs one all the
    /// same says so.
    /// </summary>
    public static StorageSettings Read(SettingsSource source, bool inAzure)
    {
        var connection = source.Text(ConnectionName);
        var endpoint = Endpoint(source);
        if (connection is not null && endpoint is not null)
        {
            source.Refuse(ConnectionName, $"and {UriName} are both set: choose one of them");
        }
        else if (connection is null && endpoint is null && inAzure && !IsWrong(source))
        {
            source.Refuse(ConnectionName, Missing);
        }

        if (connection is not null && !IsConnectionString(connection))
        {
            source.Refuse(ConnectionName, "is not a connection string of a storage account");
        }

        return new(
            connection,
            endpoint,
            source.Text("AzureWebJobsStorage__clientId") ?? source.Text("AZURE_CLIENT_ID")
        );
    }

    /// <summary>What is wrong where neither is set, as the end of a sentence that begins with the first one's name.</summary>
    public static string Missing => $"and {UriName} are both missing: nothing can be kept without storage";

    /// <summary>The sentence itself.</summary>
    public static string MissingSentence => $"{ConnectionName} {Missing}";

    private static Uri? Endpoint(SettingsSource source)
    {
        var name = source.Text(UriName) is null ? $"{ConnectionName}__tableServiceUri" : UriName;
        var endpoint = source.Url(name);
        if (endpoint is { Scheme: not "https" })
        {
            source.Refuse(name, "does not begin with https://, without which an identity can't be used");
        }

        return endpoint
            ?? (
                source.Text($"{ConnectionName}__accountName") is { } account
                    ? new Uri($"https://{Uri.EscapeDataString(account)}.table.core.windows.net")
                    : null
            );
    }

    private static bool IsWrong(SettingsSource source) =>
        source.Text(UriName) is not null || source.Text($"{ConnectionName}__tableServiceUri") is not null;

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new TableServiceClient(text).AccountName.Length > 0;
        }
        catch (Exception error)
            when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
