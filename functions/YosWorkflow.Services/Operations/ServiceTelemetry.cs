using System.Diagnostics;
using System.Diagnostics.Metrics;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Operations;

/// <summary>
/// What the service says of itself to whoever listens: metrics of one meter, and the steps of its work as activities. Neither
/// carries anything that names a person, a case or a team.
/// </summary>
public sealed class ServiceTelemetry : IDisposable
{
    /// <summary>The name of the meter, and of the source of activities.</summary>
    public const string Name = "YosWorkflow";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter meter = new(Name);
    private readonly Dictionary<string, Gauge<double>> gauges;

    /// <param name="storage">Whose transactions are counted.</param>
    public ServiceTelemetry(TableStorage storage)
    {
        gauges = new()
        {
            [VitalNames.ChaseMissing] = meter.CreateGauge<double>(VitalNames.ChaseMissing),
            [VitalNames.ChaseAge] = meter.CreateGauge<double>(VitalNames.ChaseAge, "d"),
            [VitalNames.ChaseDuration] = meter.CreateGauge<double>(VitalNames.ChaseDuration, "s"),
            [VitalNames.Told] = meter.CreateGauge<double>(VitalNames.Told, "{digest}"),
            [VitalNames.Parked] = meter.CreateGauge<double>(VitalNames.Parked, "{digest}"),
            [VitalNames.OldestUnsent] = meter.CreateGauge<double>(VitalNames.OldestUnsent, "s"),
            [VitalNames.ImportAge] = meter.CreateGauge<double>(VitalNames.ImportAge, "d"),
            [VitalNames.RoundsOpen] = meter.CreateGauge<double>(VitalNames.RoundsOpen, "{round}"),
            [VitalNames.Overlong] = meter.CreateGauge<double>(VitalNames.Overlong, "{orchestration}"),
        };
        meter.CreateObservableCounter(
            VitalNames.Transactions,
            () => storage.Transactions.Total,
            "{transaction}"
        );
    }

    /// <summary>Its own meter, which others of the same name in the process are told apart from.</summary>
    internal Meter Meter => meter;

    /// <summary>Records a figure.</summary>
    public void Record(string name, double value) => gauges[name].Record(value);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    /// <summary>Begins a step of the service's work; null while nobody listens.</summary>
    internal static Activity? Step(string name) => Source.StartActivity(name);
}
