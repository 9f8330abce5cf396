using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>What came of sending a digest.</summary>
/// <param name="Key">Which digest.</param>
/// <param name="State">Where it is now.</param>
/// <param name="SentNow">Whether this call got it accepted by the provider.</param>
/// <param name="Reason">Why it is not sent, or null.</param>
public sealed record DigestResult(DigestKey Key, DigestState State, bool SentNow, string? Reason);
