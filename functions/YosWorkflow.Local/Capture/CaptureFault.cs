namespace YosWorkflow.Local.Capture;

/// <summary>Why a request is refused.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Field">The member of the body that is wrong, or null.</param>
internal sealed record CaptureFault(int Status, string Message, string? Field = null);
