namespace YosWorkflow.Services.Operations;

/// <summary>Where a host sends what was recorded. A host that sends nothing has none.</summary>
public interface ITelemetryOutlet
{
    /// <summary>Sends off what has been recorded, instead of waiting for the next minute.</summary>
    void Flush();
}
