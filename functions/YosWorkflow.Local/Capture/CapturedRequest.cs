using System.Text.Json;

namespace YosWorkflow.Local.Capture;

/// <summary>A request that the capture server accepted, as it came.</summary>
/// <param name="Id">The id by which it was answered.</param>
/// <param name="At">When it came.</param>
/// <param name="Path">To which address, which says whose interface it is.</param>
/// <param name="Body">What it said.</param>
internal sealed record CapturedRequest(string Id, DateTimeOffset At, string Path, JsonElement Body);
