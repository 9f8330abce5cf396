using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace YosWorkflow.Services.Operations;

/// <summary>
/// Records how the service is as metrics, on which alerts wait. A host does so every quarter of an hour, and it is sent off at
/// once: an app that sleeps a minute later has said it all the same.
/// </summary>
public sealed class RecordVitals : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "YosWorkflow";

    private const int FlushMilliseconds = 10_000;

    private readonly ReadVitals vitals;
    private readonly MeterProvider? provider;
    private readonly Meter meter = new(MeterName);
    private readonly Dictionary<string, Gauge<double>> gauges;

    /// <param name="vitals">Reads them.</param>
    /// <param name="provider">What sends them off; null: nobody listens.</param>
    public RecordVitals(ReadVitals vitals, MeterProvider? provider = null)
    {
        this.vitals = vitals;
        this.provider = provider;
        gauges = new()
        {
            [VitalNames.ChaseMissing] = meter.CreateGauge<double>(VitalNames.ChaseMissing),
            [VitalNames.Parked] = meter.CreateGauge<double>(VitalNames.Parked, "{digest}"),
            [VitalNames.OldestUnsent] = meter.CreateGauge<double>(VitalNames.OldestUnsent, "s"),
            [VitalNames.ImportAge] = meter.CreateGauge<double>(VitalNames.ImportAge, "d"),
        };
    }

    /// <summary>Reads and records them.</summary>
    public async Task<Vitals> ExecuteAsync(CancellationToken cancellationToken)
    {
        var read = await vitals.ExecuteAsync(cancellationToken);
        foreach (var sign in read.Signs)
        {
            gauges[sign.Name].Record(sign.Value);
        }

        provider?.ForceFlush(FlushMilliseconds);
        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
