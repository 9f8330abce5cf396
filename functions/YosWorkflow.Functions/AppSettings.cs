using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Functions;

/// <summary>The settings as this app needs them.</summary>
internal static class AppSettings
{
    /// <summary>Reads and checks them.</summary>
    /// <exception cref="SettingsException">Some are missing or wrong; it names them all.</exception>
    public static YosSettings Read(IConfiguration configuration)
    {
        var settings = SettingsReader.Read(configuration);
        var missing = Missing(settings).ToImmutableArray();
        return missing.IsEmpty ? settings : throw new SettingsException(missing);
    }

    // The local host starts for itself what is missing here: storage and a capture server. Without the latter's address the clients
    // would talk to the providers.
    private static IEnumerable<string> Missing(YosSettings settings)
    {
        if (settings is { StorageConnection: null, TableServiceUri: null })
        {
            yield return "AzureWebJobsStorage and Storage__TableServiceUri are both missing: nothing can be kept without storage";
        }

        if (settings.Delivery is { Mode: DeliveryMode.Capture, SendGridBaseUrl: null })
        {
            yield return NoCaptureServer("SendGrid__BaseUrl");
        }

        if (settings.Delivery is { Mode: DeliveryMode.Capture, GraphBaseUrl: null })
        {
            yield return NoCaptureServer("Graph__BaseUrl");
        }
    }

    private static string NoCaptureServer(string name) =>
        $"{name} is missing: Delivery__Mode is capture, and this app has no capture server of its own";
}
