using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace YosWorkflow.Services.Operations;

/// <summary>
/// Sends the service's metrics to where settings say: Application Insights (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>), by the
/// app's identity and without a key, or any collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). Without either nothing is sent.
/// </summary>
public static class Telemetry
{
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds it. Both hosts call it.</summary>
    public static IServiceCollection AddYosTelemetry(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var insights = configuration[Insights];
        var otlp = configuration[Otlp];
        if (string.IsNullOrWhiteSpace(insights) && string.IsNullOrWhiteSpace(otlp))
        {
            return services;
        }

        services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(RecordVitals.MeterName);
                if (!string.IsNullOrWhiteSpace(insights))
                {
                    metrics.AddAzureMonitorMetricExporter(options =>
                    {
                        options.ConnectionString = insights;
                        options.Credential = CredentialOf(configuration);
                    });
                }

                if (!string.IsNullOrWhiteSpace(otlp))
                {
                    metrics.AddOtlpExporter();
                }
            });
        return services;
    }

    private static TokenCredential CredentialOf(IConfiguration configuration) =>
        configuration["AZURE_CLIENT_ID"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
}
