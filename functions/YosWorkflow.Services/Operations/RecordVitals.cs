namespace YosWorkflow.Services.Operations;

/// <summary>
/// Records how the service is as metrics, on which alerts wait. A host does so every quarter of an hour, and it is sent off at
/// once: an app that sleeps a minute later has said it all the same.
/// </summary>
/// <param name="vitals">Reads them.</param>
/// <param name="telemetry">Says them.</param>
/// <param name="outlets">Where they are sent; none: nobody listens.</param>
public sealed class RecordVitals(
    ReadVitals vitals,
    ServiceTelemetry telemetry,
    IEnumerable<ITelemetryOutlet> outlets
)
{
    /// <summary>Reads and records them.</summary>
    public async Task<Vitals> ExecuteAsync(CancellationToken cancellationToken)
    {
        var read = await vitals.ExecuteAsync(cancellationToken);
        foreach (var sign in read.Signs)
        {
            telemetry.Record(sign.Name, sign.Value);
        }

        foreach (var outlet in outlets)
        {
            outlet.Flush();
        }

        return read;
    }
}
