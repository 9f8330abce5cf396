namespace YosWorkflow.Web.Rendering;

/// <summary>What every page of a host has in common.</summary>
/// <param name="ServiceName">The service's name, as its people know it.</param>
/// <param name="ShowsSent">Whether this host has the page of what was sent.</param>
public sealed record Site(string ServiceName, bool ShowsSent);
