using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using YosWorkflow.Services.Operations;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Operations;

namespace YosWorkflow.Web.Tests.Operations;

public sealed class YosTelemetryTests(AzuriteFixture azurite)
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
        using var provider = services.BuildServiceProvider();
        Assert.Equal(sends, provider.GetService<MeterProvider>() is not null);
        Assert.Equal(sends, provider.GetService<TracerProvider>() is not null);
        Assert.Equal(sends, provider.GetServices<ITelemetryOutlet>().Any());
    }

    [Fact]
    public async Task Flush_WhereACollectorListens_SendsItWhatWasRecordedAtOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var collector = await ScriptedProvider.StartAsync(stop);
        collector.Answers(200);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create("OTEL_EXPORTER_OTLP_ENDPOINT", (string?)collector.Url.AbsoluteUri),
                KeyValuePair.Create("OTEL_EXPORTER_OTLP_PROTOCOL", (string?)"http/protobuf"),
            ])
            .Build();
        await using var services = new ServiceCollection()
            .AddYosTelemetry(configuration)
            .BuildServiceProvider();
        var outlet = services.GetRequiredService<ITelemetryOutlet>();
        using var telemetry = new ServiceTelemetry(azurite.Storage(azurite.NewPrefix()));

        telemetry.Record(VitalNames.ChaseMissing, 1);
        outlet.Flush();

        var sent = Assert.Single(collector.Received, one => one.Path == "/v1/metrics");
        Assert.Contains(VitalNames.ChaseMissing, sent.Body, StringComparison.Ordinal);
        Assert.Contains(VitalNames.Transactions, sent.Body, StringComparison.Ordinal);
    }
}
