using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using YosWorkflow.Web.Operations;

namespace YosWorkflow.Web.Tests.Operations;

public sealed class YosTelemetryTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "http://127.0.0.1:4317", true)]
    [InlineData(
        "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://127.0.0.1/",
        null,
        true
    )]
    public void AddYosTelemetry_WhereNobodyListens_SendsNothing(string? insights, string? otlp, bool sends)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create("APPLICATIONINSIGHTS_CONNECTION_STRING", insights),
                KeyValuePair.Create("OTEL_EXPORTER_OTLP_ENDPOINT", otlp),
            ])
            .Build();

        var services = new ServiceCollection().AddYosTelemetry(configuration);

        Assert.Equal(sends, services.Any(service => service.ServiceType == typeof(MeterProvider)));
    }
}
