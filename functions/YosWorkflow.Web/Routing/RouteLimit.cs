namespace YosWorkflow.Web.Routing;

/// <summary>How often one address may call a route.</summary>
/// <param name="ASecond">How many times a second, for as long as it likes.</param>
/// <param name="AtOnce">How many times at once after a pause.</param>
public sealed record RouteLimit(int ASecond, int AtOnce);
