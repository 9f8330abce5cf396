using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace YosWorkflow.Services.Tests.Operations;

/// <summary>Listens to all that leaves a process as telemetry: every log line, every metric of the service, every activity.</summary>
internal sealed class Overheard : ILoggerProvider
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener activities;
    private readonly ConcurrentQueue<string> said = [];

    public Overheard(string source)
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => Say("metric", instrument.Name, tags)
        );
        meters.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => Say("metric", instrument.Name, tags)
        );
        meters.Start();
        activities = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
                said.Enqueue(
                    $"activity {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(one => one.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(activities);
    }

    /// <summary>A line for each thing that was said, by its kind first.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>Asks those meters that only answer.</summary>
    public void Ask() => meters.RecordObservableInstruments();

    public ILogger CreateLogger(string categoryName) => new Ear(said);

    public void Dispose()
    {
        meters.Dispose();
        activities.Dispose();
    }

    private void Say(string kind, string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        said.Enqueue($"{kind} {name} {string.Join(' ', tags.ToArray())}");

    private sealed class Ear(ConcurrentQueue<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            said.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        // With the values beside the text, as they are exported, and all that an exception says.
        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            said.Enqueue(
                $"log {formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")} {exception}"
            );
    }
}
