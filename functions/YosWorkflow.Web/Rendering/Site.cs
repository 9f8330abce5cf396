namespace YosWorkflow.Web.Rendering;

/// <summary>What every route and page of a host has in common.</summary>
/// <param name="ServiceName">The service's name, as its people know it.</param>
/// <param name="TimeZone">The time zone in which the service's days begin and end.</param>
/// <param name="ShowsSent">Whether this host has the page of what was sent.</param>
public sealed record Site(string ServiceName, TimeZoneInfo TimeZone, bool ShowsSent)
{
    /// <summary>What day it is for the service.</summary>
    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(ToLocal(clock.GetUtcNow()).DateTime);

    /// <summary>A moment in the service's own time.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZone);
}
