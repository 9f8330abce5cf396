namespace YosWorkflow.Services.Delivery;

/// <summary>What every message says of the service that sends it.</summary>
/// <param name="ServiceName">The service's name.</param>
/// <param name="PublicUrl">Where its pages are, without a slash at the end.</param>
public sealed record LetterHead(string ServiceName, string PublicUrl);
