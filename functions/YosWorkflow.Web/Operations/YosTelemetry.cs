using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using YosWorkflow.Services.Operations;

namespace YosWorkflow.Web.Operations;

/// <summary>
/// Sends the service's metrics, traces and logs to where settings say: Application Insights
/// (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>), by the app's identity and without a key, or any collector
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). Without either nothing is sent, and nothing of it is loaded.
/// </summary>
/// <remarks>
/// Requests that go out are measured and not traced: addresses at storage and at Graph hold keys of cases and people. Of requests
/// that come in, the trace says the route and not the address.
/// </remarks>
public static class YosTelemetry
{
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OtlpProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    // Built into .NET: how long requests took, by route or by host, and with which status.
    private static readonly string[] Meters =
    [
        ServiceTelemetry.Name,
        "Microsoft.AspNetCore.Hosting",
        "System.Net.Http",
        "System.Runtime",
    ];

    // What would hold a case's reference, a person's id or where they sit.
    private static readonly string[] Unsaid =
    [
        "url.path",
        "url.query",
        "user_agent.original",
        "client.address",
        "network.peer.address",
    ];

    /// <summary>Adds it. Both hosts call it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Where the settings are.</param>
    /// <param name="sendsLogs">Whether logs are sent from here: the Functions host takes its worker's lines and sends them itself.</param>
    public static IServiceCollection AddYosTelemetry(
        this IServiceCollection services,
        IConfiguration configuration,
        bool sendsLogs = true
    )
    {
        var insights = NotEmpty(configuration[Insights]);
        var otlp = NotEmpty(configuration[Otlp]);
        if (insights is not null || otlp is not null)
        {
            Add(services, new Exporters(insights, otlp, configuration), sendsLogs);
        }

        return services;
    }

    // By itself, so that none of it is loaded where nothing is sent.
    private static void Add(IServiceCollection services, Exporters exporters, bool sendsLogs)
    {
        var telemetry = services
            .AddSingleton<ITelemetryOutlet, MetricOutlet>()
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                exporters.AddTo(metrics);
            })
            .WithTracing(traces =>
            {
                traces
                    .AddSource(ServiceTelemetry.Name)
                    .AddAspNetCoreInstrumentation(options =>
                        options.EnrichWithHttpResponse = (activity, response) =>
                        {
                            foreach (var name in Unsaid)
                            {
                                activity.SetTag(name, null);
                            }
                        }
                    );
                exporters.AddTo(traces);
            });
        if (sendsLogs)
        {
            telemetry.WithLogging(exporters.AddTo);
            services.AddLogging(LeaveOut);
        }
    }

    // What the platform says of each request holds its address.
    private static void LeaveOut(ILoggingBuilder logging)
    {
        foreach (var category in new[] { "Microsoft", "System", "Azure" })
        {
            logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private sealed class MetricOutlet(MeterProvider provider) : ITelemetryOutlet
    {
        private const int Milliseconds = 10_000;

        public void Flush() => provider.ForceFlush(Milliseconds);
    }

    private sealed class Exporters(string? insights, string? otlp, IConfiguration configuration)
    {
        public void AddTo(MeterProviderBuilder metrics)
        {
            if (insights is not null)
            {
                metrics.AddAzureMonitorMetricExporter(Set);
            }

            if (otlp is not null)
            {
                metrics.AddOtlpExporter(options => Set(options, "metrics"));
            }
        }

        public void AddTo(TracerProviderBuilder traces)
        {
            if (insights is not null)
            {
                traces.AddAzureMonitorTraceExporter(Set);
            }

            if (otlp is not null)
            {
                traces.AddOtlpExporter(options => Set(options, "traces"));
            }
        }

        public void AddTo(LoggerProviderBuilder logs)
        {
            if (insights is not null)
            {
                logs.AddAzureMonitorLogExporter(Set);
            }

            if (otlp is not null)
            {
                logs.AddOtlpExporter(options => Set(options, "logs"));
            }
        }

        private void Set(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = insights;
            options.Credential = Credential();
            options.EnableLiveMetrics = false;
        }

        // The settings of the host may come from elsewhere than the environment, which is all that the exporter reads by itself.
        private void Set(OtlpExporterOptions options, string signal)
        {
            var byHttp = configuration[OtlpProtocol] == "http/protobuf";
            options.Protocol = byHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            options.Endpoint = new Uri(byHttp ? $"{otlp!.TrimEnd('/')}/v1/{signal}" : otlp!);
        }

        private TokenCredential Credential() =>
            NotEmpty(configuration["AZURE_CLIENT_ID"]) is { } clientId
                ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
                : new DefaultAzureCredential();
    }
}
